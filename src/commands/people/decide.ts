import { type Command, Option } from 'commander';
import { counted } from '../../core/words.ts';
import type { DecisionResult } from '../../index.ts';
import { printJson } from '../format.ts';
import { addExamples } from '../help.ts';
import { dateOption } from '../options.ts';
import type { GlobalOptions, Session } from '../session.ts';

const PERSON = 'name, address, login, `Name <address>` or id';

/** `understory people merge`. */
export function addMerge(people: Command, session: Session): void {
  const command = people
    .command('merge')
    .summary('say that people are one')
    .description('Says that two people or more are one, and rebuilds the facts.')
    .argument('<name>', PERSON)
    .argument('<names...>', 'who else that is')
    .action(async (name: string, names: readonly string[], _options: unknown, self: Command) => {
      const { mergePeople } = await import('../../index.ts');
      const input = { ...inputOf(self, session), names: [name, ...names] };
      await printDecision(await mergePeople(input, session.context), self, session);
    });
  addExamples(command, ['understory people merge "Ada Byron" ada@example.org', 'two who are one']);
}

/** `understory people split`. */
export function addSplit(people: Command, session: Session): void {
  const command = people
    .command('split')
    .summary('say that names are different people')
    .description(
      'Says that two names or addresses are different people, whatever the rules find; refuses a suggestion for good.',
    )
    .argument('<name>', 'name, address or `Name <address>`, as `people show` prints them')
    .argument('<names...>', 'who else is somebody else')
    .action(async (name: string, names: readonly string[], _options: unknown, self: Command) => {
      const { splitPeople } = await import('../../index.ts');
      const input = { ...inputOf(self, session), names: [name, ...names] };
      await printDecision(await splitPeople(input, session.context), self, session);
    });
  addExamples(command, [
    'understory people split "Jo Roe <jo@example.org>" "Jo Roe <roe@example.net>"',
    'two of one name',
  ]);
}

/** `understory people alias`. */
export function addAlias(people: Command, session: Session): void {
  const command = people
    .command('alias')
    .summary('give a person further names')
    .description('Gives a person further names, logins or addresses, whether or not they were ever seen.')
    .argument('<name>', PERSON)
    .argument('<aliases...>', 'names, logins or addresses')
    .action(async (name: string, aliases: readonly string[], _options: unknown, self: Command) => {
      const { aliasPerson } = await import('../../index.ts');
      const input = { ...inputOf(self, session), name, aliases };
      await printDecision(await aliasPerson(input, session.context), self, session);
    });
  addExamples(command, [
    'understory people alias "Ada Byron" countess ada@new.example',
    'a handle, an address',
  ]);
}

/** `understory people bot`. */
export function addBot(people: Command, session: Session): void {
  const command = people
    .command('bot')
    .summary('say that somebody is a machine, or is none')
    .description('Says that somebody is a bot, a coding agent, or a person after all.')
    .argument('<name>', PERSON)
    .addOption(new Option('--kind <kind>', 'what it is').choices(['bot', 'agent', 'person']).default('bot'))
    .action(async (name: string, _options: unknown, self: Command) => {
      const { kind } = self.optsWithGlobals<{ readonly kind: 'bot' | 'agent' | 'person' }>();
      const { setPersonKind } = await import('../../index.ts');
      const input = { ...inputOf(self, session), name, kind };
      await printDecision(await setPersonKind(input, session.context), self, session);
    });
  addExamples(
    command,
    ['understory people bot release@example.org', 'leave it out of the numbers of people'],
    ['understory people bot "Claude Byron" --kind person', 'somebody who only sounds like a machine'],
  );
}

/** `understory people affiliate`. */
export function addAffiliate(people: Command, session: Session): void {
  const command = people
    .command('affiliate')
    .summary('say for whom somebody worked')
    .description('Says for which company or body a person worked, always or in a span of time.')
    .argument('<name>', PERSON)
    .argument('<organization>', 'its name')
    .option('--from <date>', 'first day')
    .option('--until <date>', 'day after the last')
    .action(async (name: string, organization: string, _options: unknown, self: Command) => {
      const options = self.optsWithGlobals<{ readonly from?: string; readonly until?: string }>();
      const { affiliatePerson } = await import('../../index.ts');
      const span = { from: day(options.from, '--from'), until: day(options.until, '--until') };
      const input = { ...inputOf(self, session), name, organization, ...span };
      await printDecision(await affiliatePerson(input, session.context), self, session);
    });
  addExamples(command, [
    'understory people affiliate "Ada Byron" "Analytical Engines" --from 2021-03-01',
    'since that day',
  ]);
}

function day(text: string | undefined, option: string): string | undefined {
  return dateOption(text, option)?.toISOString().slice(0, 10);
}

/** What every decision needs to find database and files. */
export function inputOf(
  command: Command,
  session: Session,
): {
  readonly db: string | undefined;
  readonly config: string | undefined;
  readonly currentDirectory: string;
} {
  const { db, config } = command.optsWithGlobals<GlobalOptions>();
  return { db, config, currentDirectory: session.currentDirectory };
}

/** Says what a decision changed. */
export async function printDecision(
  result: DecisionResult,
  command: Command,
  session: Session,
): Promise<void> {
  if (command.optsWithGlobals<GlobalOptions>().json) return await printJson(result, session);
  const { path, is_changed, person_count_before: before, person_count_after: after } = result;
  session.note(is_changed ? `Wrote ${path}` : `${path} says so already`);
  const count = (value: number) => value.toLocaleString('en-GB');
  const people = counted(after, 'person', 'people');
  session.note(before === after ? `${people} as before` : `${people} now, ${count(before)} before`);
}
