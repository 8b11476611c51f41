import type { Command } from 'commander';
import { printJson } from './format.ts';
import { addExamples } from './help.ts';
import type { GlobalOptions, Session } from './session.ts';

/** `understory init`: writes a commented settings file. */
export function addInit(program: Command, session: Session): void {
  const command = program
    .command('init')
    .description(
      'Writes a commented understory.yml to the current folder, or to --config FILE. Overwrites nothing.',
    )
    .action(async (_options: unknown, self: Command) => {
      const options = self.optsWithGlobals<GlobalOptions>();
      const { writeSettings } = await import('../index.ts');
      const path = await writeSettings({ config: options.config });
      if (options.json) await printJson({ path }, session);
      else await session.write(`${path}\n`);
    });
  addExamples(command, ['understory init', 'then name your projects in it and run `understory collect`']);
}
