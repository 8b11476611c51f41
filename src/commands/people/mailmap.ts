import { type Command, Option } from 'commander';
import { addExamples } from '../help.ts';
import { withOutput } from '../output/file.ts';
import type { Session } from '../session.ts';
import { inputOf, printDecision } from './decide.ts';

/** `understory people import`. */
export function addImport(people: Command, session: Session): void {
  const command = people
    .command('import')
    .summary('take a .mailmap over')
    .description(
      'Takes the lines of a .mailmap over as merges. The .mailmap at the head of a repository needs no importing: it always holds.',
    )
    .argument('<file>', 'the .mailmap')
    .action(async (file: string, _options: unknown, self: Command) => {
      const { importMailmap } = await import('../../index.ts');
      const input = { ...inputOf(self, session), file };
      await printDecision(await importMailmap(input, session.context), self, session);
    });
  addExamples(command, [
    'understory people import ../other/.mailmap',
    'what another project knows of the same people',
  ]);
}

/** `understory people export`. */
export function addExport(people: Command, session: Session): void {
  const command = people
    .command('export')
    .summary('write a .mailmap')
    .description('Writes a .mailmap that makes git show people as they are here. It holds addresses.')
    .addOption(new Option('-f, --format <format>', 'in which form').choices(['mailmap']).default('mailmap'))
    .option('-o, --out <file>', 'write to this file instead of standard output')
    .action(async (_options: unknown, self: Command) => {
      const { out } = self.optsWithGlobals<{ readonly out?: string }>();
      const { exportMailmap } = await import('../../index.ts');
      const text = await exportMailmap(inputOf(self, session), session.context);
      await withOutput(out, session, (target) => target.write(text));
    });
  addExamples(command, ['understory people export --format mailmap --out .mailmap', 'for git']);
}
