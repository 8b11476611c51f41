import { collectCommitAccounts, IDENTITIES_PER_QUERY, unresolvedIdentities } from './commit-accounts.ts';
import { collectProfiles, PROFILES_PER_QUERY, staleAccounts } from './profiles.ts';
import { numberAt } from './read.ts';
import { readAt, readState, stateKey, writeState } from './state.ts';
import type { EstimateWork, Stream } from './stream.ts';

const NAMED = { name: 'accounts', version: 1 } as const;

/** Who is behind the identities of commits, and the profiles of everybody whom the repository's rows speak of. */
export const accounts: Stream = {
  ...NAMED,
  collect: async (work) => {
    const { store, repository } = work;
    await collectCommitAccounts(work, NAMED);
    await collectProfiles(work);
    await work.commit(() =>
      writeState(store, stateKey(NAMED, repository.repoId), readAt(repository.fetchedAt)),
    );
    return null;
  },
  estimate: async (work) => {
    const identities = await unresolvedIdentities(work);
    const profiles = await countProfiles(work);
    const requests =
      Math.ceil(identities.length / IDENTITIES_PER_QUERY) + Math.ceil(profiles / PROFILES_PER_QUERY);
    return { graphqlRequestCount: requests, points: requests, restRequestCount: 0 };
  },
};

/** Large projects have a quarter as many accounts as items; before items are read nobody knows more. */
const ACCOUNTS_PER_ITEM = 0.25;

async function countProfiles(work: EstimateWork): Promise<number> {
  const { store, repository } = work;
  const state = await readState(store, stateKey(NAMED, repository.repoId));
  if (state.watermark !== null) return (await staleAccounts(work)).length;
  const counts = ['allIssues', 'allPullRequests', 'discussions'].map(
    (list) => numberAt(repository.body, list, 'totalCount') ?? 0,
  );
  return counts.reduce((sum, count) => sum + count, 0) * ACCOUNTS_PER_ITEM;
}
