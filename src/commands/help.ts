import type { Command } from 'commander';

/** Narrower than any terminal: longer lines break where words do not. */
const WIDTH = 80;

/** Adds examples below a command's help, side by side with their meaning or, where that is too wide, above it; tests run them. */
export function addExamples(command: Command, ...examples: readonly (readonly [string, string])[]): Command {
  const width = Math.max(...examples.map(([line]) => line.length));
  const isWide = examples.some(([, meaning]) => 4 + width + meaning.length > WIDTH);
  const lines = examples.map(([line, meaning]) =>
    isWide ? `  ${line}\n      ${meaning}` : `  ${line.padEnd(width)}  ${meaning}`,
  );
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}
