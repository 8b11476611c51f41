import type { Command } from 'commander';
import { EXIT } from '../core/errors.ts';
import { visibleText } from '../core/escape.ts';
import { STREAM_NAMES, type StreamName } from '../core/streams.ts';
import { counted } from '../core/words.ts';
import type { CollectInput, CollectResult, TargetOutcome } from '../index.ts';
import { printJson, printTable } from './format.ts';
import { addExamples } from './help.ts';
import { dateOption, kindsOption, minutesOption, several, streamsOption } from './options.ts';
import { shellLine } from './place.ts';
import type { GlobalOptions, Session } from './session.ts';

interface CollectOptions extends GlobalOptions {
  readonly branch?: string;
  readonly allowShallow?: boolean;
  readonly only?: readonly StreamName[];
  readonly full?: boolean;
  readonly since?: string;
  readonly maxWait?: number;
  readonly dryRun?: boolean;
  readonly include?: readonly ('forks' | 'archived')[];
  readonly exclude?: readonly string[];
}

/** `understory collect`: reads repositories into the database. */
export function addCollect(program: Command, session: Session): void {
  const command = program
    .command('collect')
    .description(
      'Reads repositories into the database: their git history, and from GitHub what a community does there. Only what is new is read; a run that was stopped goes on where it stopped.',
    )
    .argument(
      '[target...]',
      'folder of a clone, owner/repo, URL, org:NAME, or a project of understory.yml (default: all of understory.yml)',
    )
    .option(
      '--only <streams>',
      `comma list of what to collect: ${STREAM_NAMES.join(', ')} (default: all)`,
      streamsOption,
    )
    .option('--full', 'read everything of GitHub again, which finds what was deleted or moved away')
    .option('--since <date>', 'on the first run, only what changed on GitHub at or after this date')
    .option('--max-wait <minutes>', 'longest wait for a limit of GitHub (default: 65)', minutesOption)
    .option('--dry-run', 'only say what it would cost: requests and points for each stream')
    .option(
      '--include <kinds>',
      'with org:NAME, comma list of what to take too: forks, archived',
      kindsOption,
    )
    .option('--exclude <repository>', 'with org:NAME, leave this one out; may be repeated', several)
    .option('--branch <name>', 'read this branch instead of the default one')
    .option('--allow-shallow', 'take a clone whose history is cut off, and mark it as incomplete')
    .action((targets: readonly string[], _options: unknown, self: Command) =>
      runCollect(targets, self.optsWithGlobals<CollectOptions>(), session),
    );
  addExamples(
    command,
    ['understory collect .', 'the clone in this folder'],
    ['understory collect pgvector/pgvector --only git', 'a repository on GitHub, its git history only'],
    ['understory collect org:citusdata --dry-run', 'what an organization would cost'],
    ['understory collect https://example.com/project.git', 'a repository elsewhere'],
  );
}

async function runCollect(
  targets: readonly string[],
  options: CollectOptions,
  session: Session,
): Promise<void> {
  const since = dateOption(options.since, '--since');
  const input = { ...options, since, targets, currentDirectory: session.currentDirectory };
  if (options.dryRun) return await printEstimate(input, session);
  session.resumeWith(session.commandLine);
  const { collect } = await import('../index.ts');
  const result = await collect(input, session.context);
  if (options.json) await printJson(result, session);
  for (const line of result.targets.flatMap(outcomeLines)) session.note(line);
  for (const line of result.unlisted.flatMap(unlistedLines)) session.note(line);
  const [first] = result.targets;
  if (first && !isNothing(first)) session.note(`Next: ${shellLine('report', targets, options)}`);
  const streams = result.targets.flatMap((outcome) => outcome.streams);
  const isIncomplete = streams.some((stream) => isFailure(stream, options.only));
  if (isIncomplete || result.unlisted.length > 0) session.setExitCode(EXIT.incomplete);
}

async function printEstimate(input: CollectInput & GlobalOptions, session: Session): Promise<void> {
  const { estimateCollection } = await import('../index.ts');
  const rows = (await estimateCollection(input, session.context)).map((row) => ({ ...row }));
  if (input.json) return await printJson(rows, session);
  await printTable({ columns: ESTIMATE_COLUMNS, rows }, 'table', session);
  const points = rows.reduce((sum, row) => sum + row.points, 0);
  const requests = rows.reduce((sum, row) => sum + row.rest_requests, 0);
  session.note(`${points} points of 5,000 an hour, ${requests} REST requests of 5,000 an hour`);
}

const ESTIMATE_COLUMNS = [
  { name: 'target', type: 'VARCHAR' },
  { name: 'stream', type: 'VARCHAR' },
  { name: 'graphql_requests', type: 'INTEGER' },
  { name: 'points', type: 'INTEGER' },
  { name: 'rest_requests', type: 'INTEGER' },
];

function unlistedLines({ target, reason, hint }: CollectResult['unlisted'][number]): readonly string[] {
  return [
    `${target}: not collected: ${visibleText(reason)}`,
    ...(hint === null ? [] : [`hint: ${visibleText(hint)}`]),
  ];
}

/** What GitHub shows to admins only is no failure, unless it was asked for by name. */
function isFailure(
  { stream, status, isWithheld }: TargetOutcome['streams'][number],
  only: readonly StreamName[] | undefined,
): boolean {
  return status === 'incomplete' && (!isWithheld || only?.includes(stream) === true);
}

/** A repository without a commit, of which nothing but git was asked for. */
function isNothing({ git, streams }: TargetOutcome): boolean {
  return git?.isEmpty === true && streams.every(({ stream }) => stream === 'git');
}

function outcomeLines(outcome: TargetOutcome): readonly string[] {
  const { name, git, streams } = outcome;
  if (isNothing(outcome)) return [`${name}: the repository is empty, so there is nothing to collect`];
  const done = streams.filter(({ status }) => status === 'done').map(({ stream }) => stream);
  const parts = [
    ...(git === null ? [] : [gitPart(git)]),
    ...(done.length === 0 ? [] : [`collected ${done.join(', ')}`]),
  ];
  return [`${name}: ${parts.join('; ') || 'nothing was collected'}`, ...gapLines(streams)];
}

function gitPart(git: NonNullable<TargetOutcome['git']>): string {
  const { commitCount, newCommitCount, isEmpty, isUnchanged } = git;
  if (isEmpty) return 'no commits';
  const count = (value: number) => value.toLocaleString('en-GB');
  return `${counted(commitCount, 'commit')}, ${isUnchanged ? 'nothing new' : `${count(newCommitCount)} new`}`;
}

/** One line for each reason, with the streams that it keeps incomplete, and what to do about it. */
function gapLines(streams: TargetOutcome['streams']): readonly string[] {
  const byReason = new Map<string, TargetOutcome['streams'][number][]>();
  for (const stream of streams) {
    if (stream.reason !== null) byReason.set(stream.reason, [...(byReason.get(stream.reason) ?? []), stream]);
  }
  return [...byReason].flatMap(([reason, ends]) => {
    const hint = ends[0]?.hint;
    const names = ends.map(({ stream }) => stream).join(', ');
    const mark = ends.every(({ isWithheld }) => isWithheld) ? 'not shown by GitHub' : 'incomplete';
    return [`${mark}: ${names}: ${visibleText(reason)}`, ...(hint ? [`hint: ${visibleText(hint)}`] : [])];
  });
}
