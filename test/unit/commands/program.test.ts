import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { completionScript } from '../../../src/commands/output/completion.ts';
import { buildProgram } from '../../../src/commands/program.ts';
import { recordingSession } from '../../support/session.ts';

const { session } = recordingSession();
const program = await buildProgram('1.2.3', session);

function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) }).outputHelp();
  return text;
}

/** A command and those below it, by their whole names. */
function withBelow(command: Command, before = ''): readonly (readonly [string, Command])[] {
  const name = `${before}${command.name()}`;
  return [[name, command], ...command.commands.flatMap((below) => withBelow(below, `${name} `))];
}

test.each(program.commands.flatMap((command) => withBelow(command)))(
  '%s has help with an example that it accepts',
  (name, command) => {
    expect(command.description()).toMatch(/\.$/);
    const [, examples] = helpOf(command).split('\nExamples:\n');
    const lines = examples?.trimEnd().split('\n') ?? [];
    // What is meant stands beside a line, or deeper below it; nothing breaks on a terminal of the usual width.
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(80);
    const given = lines.filter((line) => /^ {2}\S/.test(line));
    expect(given.length).toBeGreaterThan(0);
    for (const line of given) expect(line).toContain(`understory ${name.replace(' list', '')}`);
  },
);

test('takes global options before and after the command', async () => {
  for (const args of [
    ['--db', 'a.duckdb', 'metrics', '--json'],
    ['metrics', '--json', '--db', 'a.duckdb'],
  ]) {
    const { session: own, output } = recordingSession();
    let seen: unknown;
    const program = await buildProgram('1.2.3', { ...own, configure: (options) => (seen = options) }, args);
    await program.parseAsync(args, {
      from: 'user',
    });
    expect(seen).toMatchObject({ db: 'a.duckdb', json: true });
    expect(JSON.parse(output()).length).toBeGreaterThan(0);
  }
});

test('completes commands, options and choices in bash', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'understory-completion-'));
  const script = join(folder, 'completion.bash');
  await writeFile(script, completionScript(program, 'bash'));
  const complete = (...words: readonly string[]) => {
    const line = [
      `source ${script}`,
      `COMP_WORDS=(understory ${words.map((word) => `'${word}'`).join(' ')})`,
      `COMP_CWORD=${words.length}`,
      '_understory',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's.
      'printf "%s\\n" "${COMPREPLY[@]}"',
    ].join('; ');
    return execFileSync('bash', ['--norc', '-c', line], { encoding: 'utf8' }).trim().split('\n');
  };
  expect(complete('que')).toEqual(['query']);
  expect(complete('query', 'x', '--pa')).toEqual(['--param']);
  expect(complete('sql', '--format', 'nd')).toEqual(['ndjson']);
  expect(complete('sql', '--as')).toEqual(['--as-of']);
  expect(complete('people', 'me')).toEqual(['merge']);
  expect(complete('people', 'affiliate', 'x', '--fr')).toEqual(['--from']);
  await rm(folder, { recursive: true });
});

test('writes completion for zsh and fish from the same tree', () => {
  expect(completionScript(program, 'zsh')).toMatch(/^#compdef understory\n[\s\S]*complete -o filenames/);
  expect(completionScript(program, 'fish')).toContain(
    "complete -c understory -n '__fish_seen_subcommand_from sql' -s f -l format -x -a 'table json ndjson csv md'",
  );
});
