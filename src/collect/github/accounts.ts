import { collectCommitAccounts, IDENTITIES_PER_QUERY, unresolvedIdentities } from './commit-accounts.ts';
import { collectProfiles, PROFILES_PER_QUERY, staleAccounts } from './profiles.ts';
import { readAt, stateKey, writeState } from './state.ts';
import type { Stream } from './stream.ts';

const NAMED = { name: 'accounts', version: 1 } as const;

/** Who is behind the identities of commits, and the profiles of everybody whom the repository's rows speak of. */
export const accounts: Stream = {
  ...NAMED,
  collect: async (work) => {
    const { store, repository } = work;
    await collectCommitAccounts(work, NAMED);
    await collectProfiles(work, NAMED.name);
    await work.commit(() =>
      writeState(store, stateKey(NAMED, repository.repoId), readAt(repository.fetchedAt)),
    );
    return null;
  },
  estimate: async (work) => {
    const identities = await unresolvedIdentities(work);
    const profiles = await staleAccounts(work);
    const requests =
      Math.ceil(identities.length / IDENTITIES_PER_QUERY) + Math.ceil(profiles.length / PROFILES_PER_QUERY);
    return { graphqlRequestCount: requests, points: requests, restRequestCount: 0 };
  },
};
