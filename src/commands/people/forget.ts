import type { Command } from 'commander';
import type { ForgetResult } from '../../index.ts';
import { printJson } from '../format.ts';
import { addExamples } from '../help.ts';
import { shellLine } from '../place.ts';
import type { GlobalOptions, Session } from '../session.ts';
import { inputOf } from './decide.ts';

/** `understory people forget`. */
export function addForget(people: Command, session: Session): void {
  const command = people
    .command('forget')
    .summary('erase personal data of people')
    .description(
      'Erases names, addresses and logins of people. A pseudonym takes their place, so that counts stay; the database is written anew, and what is collected later goes through a filter that knows only salted hashes. Without a name it goes over the database again. This cannot be undone.',
    )
    .argument('[name...]', 'name, address, login, `Name <address>` or id')
    .option('-o, --out <dir>', 'folder of the reports (default: understory-reports)')
    .option('--dry-run', 'only say what would be erased')
    .action(async (names: readonly string[], _options: unknown, self: Command) => {
      const options = self.optsWithGlobals<
        GlobalOptions & { readonly out?: string; readonly dryRun?: boolean }
      >();
      // The names may be gone by then, and it needs none to go on.
      const rest = options.out === undefined ? [] : ['--out', options.out];
      session.resumeWith(shellLine('people forget', rest, options));
      const { forgetPeople } = await import('../../index.ts');
      const input = { ...inputOf(self, session), names, out: options.out, isDryRun: options.dryRun };
      const result = await forgetPeople(input, session.context);
      if (options.json) return await printJson(result, session);
      if (options.dryRun) return await session.write(result.identities.map((line) => `${line}\n`).join(''));
      for (const line of consequences(result)) session.note(line);
    });
  addExamples(
    command,
    ['understory people forget "Ada Byron" --dry-run', 'every name and address that would go'],
    ['understory people forget "Ada Byron"', 'they go, the numbers stay'],
  );
}

function consequences({ pseudonyms, path, repo_ids, reports }: ForgetResult): readonly string[] {
  const stand = pseudonyms.map((pseudonym) => `Erased; ${pseudonym} stands in that place now`);
  return [
    ...stand,
    `${path} holds salted hashes, by which they are left out from now on; keep it`,
    `Rows of ${repo_ids.length} repositories named them; mirrors of these are gone, and the next collection fetches them again`,
    ...reports.map(
      (report) => `${report} names them still: write it again with \`understory report\`, or delete it`,
    ),
    'Exports, copies of the database and your own clones are as they were, and the public history of the project still names them',
  ];
}
