import type { Command } from 'commander';
import type { PersonDescription } from '../../index.ts';
import { chosenFormat, formatOption, printJson, printTable, type RowFormat } from '../format.ts';
import { addExamples } from '../help.ts';
import { countOption } from '../options.ts';
import type { OutputTable } from '../output/cells.ts';
import { type Place, shellLine } from '../place.ts';
import type { GlobalOptions, Session } from '../session.ts';

type ListOptions = GlobalOptions & { readonly format: RowFormat; readonly limit?: number };

/** `understory people list`, also without the word. */
export function addList(people: Command, session: Session): void {
  const command = people
    .command('list', { isDefault: true })
    .summary('list people')
    .description('Lists the people who contributed to some targets, those of most commits first.')
    .argument('[target...]', 'owner/repo, URL, path or name of what is collected (default: every repository)')
    .option('--limit <n>', 'at most so many', countOption)
    .addOption(formatOption())
    .action(async (targets: readonly string[], _options: unknown, self: Command) => {
      const options = self.optsWithGlobals<ListOptions>();
      const { listPeople } = await import('../../index.ts');
      const { currentDirectory, context } = session;
      const table = await listPeople({ ...options, targets, currentDirectory }, context);
      await printTable(table, chosenFormat(options), session);
    });
  addExamples(
    command,
    ['understory people list pgvector/pgvector', 'who contributed to one repository'],
    ['understory people --limit 20', 'the twenty with most commits'],
  );
}

/** `understory people show`. */
export function addShow(people: Command, session: Session): void {
  const command = people
    .command('show')
    .summary('show one person with all names and addresses')
    .description(
      'Shows every name and address of a person and the rule that makes it theirs. Prints addresses; reports never do.',
    )
    .argument('<name>', 'name, address, login, `Name <address>` or id')
    .action(async (name: string, _options: unknown, self: Command) => {
      const options = self.optsWithGlobals<GlobalOptions>();
      const { showPerson } = await import('../../index.ts');
      const { currentDirectory, context } = session;
      const person = await showPerson({ ...options, name, currentDirectory }, context);
      if (options.json) await printJson(person, session);
      else await printPerson(person, session);
    });
  addExamples(
    command,
    ['understory people show "Tom Lane"', 'by name'],
    ['understory people show tgl@sss.pgh.pa.us --json', 'by address, for a program'],
  );
}

/** `understory people review`. */
export function addReview(people: Command, session: Session): void {
  const command = people
    .command('review')
    .summary('list doubtful links')
    .description(
      'Lists links between names that are too weak to join them, or that join them only just, by how many commits and credits would move. Accept one with `merge`, refuse it with `split`.',
    )
    .option('--limit <n>', 'at most so many (default: 20)', countOption)
    .addOption(formatOption())
    .action(async (_options: unknown, self: Command) => {
      const options = self.optsWithGlobals<ListOptions>();
      const { reviewPeople } = await import('../../index.ts');
      const { currentDirectory, context } = session;
      const doubts = await reviewPeople(
        { ...options, limit: options.limit ?? DEFAULT_DOUBTS, currentDirectory },
        context,
      );
      const rows = doubts.map((doubt) => ({ ...doubt, command: answerTo(doubt, options) }));
      await printTable({ columns: DOUBT_COLUMNS, rows }, chosenFormat(options), session);
    });
  addExamples(
    command,
    ['understory people review', 'the twenty with most effect'],
    ['understory people review --limit 200 --json', 'for a program'],
  );
}

const DEFAULT_DOUBTS = 20;

const DOUBT_COLUMNS: OutputTable['columns'] = [
  { name: 'status', type: 'VARCHAR' },
  { name: 'moved_count', type: 'BIGINT' },
  { name: 'confidence', type: 'DOUBLE' },
  { name: 'rule', type: 'VARCHAR' },
  { name: 'identity', type: 'VARCHAR' },
  { name: 'other_identity', type: 'VARCHAR' },
  // To be typed as it stands.
  { name: 'command', type: 'VARCHAR', look: 'whole' },
];

/** What to type when the program is wrong. */
function answerTo(
  doubt: { readonly status: string; readonly identity: string; readonly other_identity: string },
  place: Place,
): string {
  const verb = doubt.status === 'accepted' ? 'split' : 'merge';
  return shellLine(`people ${verb}`, [doubt.identity, doubt.other_identity], place);
}

async function printPerson(person: PersonDescription, session: Session): Promise<void> {
  const facts = [
    ['Name', person.name],
    ['Id', String(person.person_id)],
    ['Login', person.login ?? 'not known'],
    ['Kind', person.bot_rule === null ? person.kind : `${person.kind} (${person.bot_rule})`],
    ['Earlier ids', person.earlier_ids.join(', ') || 'none'],
  ];
  const columns = ['field', 'value'].map((name) => ({ name, type: 'VARCHAR' }));
  await printTable({ columns, rows: facts.map(([field, value]) => ({ field, value })) }, 'table', session);
  await session.write('\n');
  await printTable({ columns: IDENTITY_COLUMNS, rows: person.identities.map(identityRow) }, 'table', session);
  if (person.organizations.length === 0) return;
  await session.write('\n');
  await printTable({ columns: ORGANIZATION_COLUMNS, rows: person.organizations }, 'table', session);
}

function identityRow(identity: PersonDescription['identities'][number]): OutputTable['rows'][number] {
  return {
    name: identity.name,
    email: identity.email,
    uses: identity.use_count,
    rule: identity.rule,
    confidence: identity.confidence,
    'linked to': identity.linked_to ?? '',
  };
}

const IDENTITY_COLUMNS: OutputTable['columns'] = [
  { name: 'name', type: 'VARCHAR' },
  // To be given to `merge` or `split` as it stands.
  { name: 'email', type: 'VARCHAR', look: 'whole' },
  { name: 'uses', type: 'BIGINT' },
  { name: 'rule', type: 'VARCHAR' },
  { name: 'confidence', type: 'DOUBLE' },
  { name: 'linked to', type: 'VARCHAR', look: 'whole' },
];

const ORGANIZATION_COLUMNS: OutputTable['columns'] = [
  { name: 'organization', type: 'VARCHAR' },
  { name: 'valid_from', type: 'VARCHAR' },
  { name: 'valid_to', type: 'VARCHAR' },
  { name: 'rule', type: 'VARCHAR' },
  { name: 'confidence', type: 'DOUBLE' },
];
