import { createHash } from 'node:crypto';
import type { PullRequestCommit, Repository } from '../world/records.ts';
import { iso } from './calendar.ts';
import type { History } from './history.ts';
import { identityAt } from './people.ts';
import type { PullDraft } from './pulls.ts';

/** Fills in what only git knew: hashes, sizes and the commits of the branch. */
export function fillPull(repository: Repository, draft: PullDraft, history: History): void {
  const { pull, landing } = draft;
  pull.commits.push(...draft.branch.map((_, index) => createCommit(repository, draft, history, index)));
  pull.headRefOid = pull.commits.at(-1)?.oid ?? '';
  for (const event of pull.timeline) {
    if (event.oid !== undefined) event.oid = history.oids.get(event.oid) ?? '';
  }
  const size = landing && history.sizes.get(pull.number);
  if (!size) return;
  pull.additions = size.additions;
  pull.deletions = size.deletions;
  pull.changedFiles = size.files;
}

function createCommit(
  repository: Repository,
  draft: PullDraft,
  history: History,
  index: number,
): PullRequestCommit {
  const source = draft.branch[index];
  if (source === undefined) throw new Error(`Expected commit ${index} of pull request ${draft.pull.number}`);
  const who = identityAt(source.author, source.at);
  const merged = history.oids.get(`branch:${draft.pull.number}:${index}`);
  return {
    // After a squash or rebase the branch's own commits are gone from the clone: any hash will do.
    oid: merged ?? inventHash(`${repository.databaseId}/${draft.pull.number}/${index}`),
    authoredAt: iso(source.at),
    committedAt: iso(source.at),
    message: source.subject,
    author: who,
    committer: who,
  };
}

function inventHash(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
