import type { Command } from 'commander';
import { EXIT } from '../core/errors.ts';
import type { TargetOutcome } from '../index.ts';
import { printJson } from './format.ts';
import { addExamples } from './help.ts';
import { shellLine, streamsOption } from './options.ts';
import type { GlobalOptions, Session } from './session.ts';

interface CollectOptions extends GlobalOptions {
  readonly branch?: string;
  readonly allowShallow?: boolean;
  readonly only?: readonly string[];
}

/** `understory collect`: reads repositories into the database. */
export function addCollect(program: Command, session: Session): void {
  const command = program
    .command('collect')
    .description(
      'Reads the history of repositories into the database. Only what is new is read; a run that was stopped goes on where it stopped.',
    )
    .argument(
      '[target...]',
      'folder of a clone, owner/repo, URL, or a project of understory.yml (default: all of understory.yml)',
    )
    .option('--only <streams>', 'comma list of what to collect: git', streamsOption)
    .option('--branch <name>', 'read this branch instead of the default one')
    .option('--allow-shallow', 'take a clone whose history is cut off, and mark it as incomplete')
    .action(async (targets: readonly string[], _options: unknown, self: Command) => {
      const options = self.optsWithGlobals<CollectOptions>();
      session.resumeWith(shellLine('collect', targets));
      const { collect } = await import('../index.ts');
      const { currentDirectory } = session;
      const result = await collect({ ...options, targets, currentDirectory }, session.context);
      if (options.json) await printJson(result, session);
      for (const outcome of result.targets) session.note(outcomeLine(outcome));
      const [first] = result.targets;
      if (first && !first.isEmpty) session.note(`Next: ${shellLine('report', targets)}`);
      if (result.targets.some(({ streams }) => streams.some(({ status }) => status === 'incomplete'))) {
        session.setExitCode(EXIT.incomplete);
      }
    });
  addExamples(
    command,
    ['understory collect .', 'the clone in this folder'],
    ['understory collect pgvector/pgvector --only git', 'a repository on GitHub, its git history only'],
    ['understory collect https://example.com/project.git', 'a repository elsewhere'],
  );
}

function outcomeLine(outcome: TargetOutcome): string {
  const { name, commitCount, newCommitCount, isEmpty, isUnchanged, streams } = outcome;
  if (isEmpty) return `${name}: the repository is empty, so there is nothing to collect`;
  const count = (value: number) => value.toLocaleString('en-GB');
  const news = isUnchanged ? 'nothing new' : `${count(newCommitCount)} new`;
  const reasons = streams.flatMap(({ stream, reason }) =>
    reason === null ? [] : [`; ${stream} is incomplete: ${reason}`],
  );
  return `${name}: ${count(commitCount)} commits, ${news}${reasons.join('')}`;
}
