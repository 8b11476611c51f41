import { UnderstoryError } from '../../core/errors.ts';
import { ask, askPages } from './ask.ts';
import type { JsonObject } from './contract.ts';
import { objectAt, objectsAt, textAt, valueAt } from './read.ts';
import { putNodes } from './rows.ts';
import { readAt, stateKey, writeState } from './state.ts';
import type { Stream, StreamWork } from './stream.ts';

const NAMED = { name: 'organization', version: 1 } as const;
const PAGE = 100;

/** The repository's owner: its `.github` repository, and where it is an organization its profile and public members. */
export const organization: Stream = {
  ...NAMED,
  collect: async (work) => {
    const { store, repository } = work;
    const defaults = await fetchDefaults(work);
    const profile = isOrganization(work) ? await fetchOrganization(work) : null;
    await work.commit(async () => {
      const stamp = { repoId: repository.repoId, version: NAMED.version, fetchedAt: repository.fetchedAt };
      for (const [table, node] of [
        ['raw_github_owner_default', defaults],
        ['raw_github_organization', profile],
      ] as const) {
        await store.run(`delete from ${table} where repo_id = $repo_id`, { repo_id: repository.repoId });
        await putNodes(store, table, node === null ? [] : [node], stamp);
      }
      await writeState(store, stateKey(NAMED, repository.repoId), readAt(repository.fetchedAt));
    });
    return null;
  },
  estimate: async ({ repository }) => {
    const requests = isOrganization({ repository }) ? 2 : 1;
    return { graphqlRequestCount: requests, points: requests, restRequestCount: 0 };
  },
};

function isOrganization({ repository }: Pick<StreamWork, 'repository'>): boolean {
  return textAt(repository.body, 'owner', '__typename') === 'Organization';
}

/** Null where the owner has no such repository, which is no failure. */
async function fetchDefaults(work: StreamWork): Promise<JsonObject | null> {
  const { owner } = work.repository;
  try {
    const { data } = await ask(work, {
      document: 'owner_defaults',
      variables: () => ({ owner }),
      size: null,
      isWhole: (answer) => 'repository' in answer,
    });
    return objectAt(data, 'repository');
  } catch (error) {
    if (error instanceof UnderstoryError && error.code === 'E_NOT_FOUND') return null;
    throw error;
  }
}

/** The profile, with all members that GitHub shows. */
async function fetchOrganization(work: StreamWork): Promise<JsonObject | null> {
  const { owner } = work.repository;
  const path = ['organization', 'membersWithRole'];
  const pages = askPages(work, {
    document: 'organization',
    variables: (after) => ({ login: owner, first: PAGE, after }),
    path,
    isWhole: (answer) =>
      valueAt(answer, 'organization') === null || Array.isArray(valueAt(answer, ...path, 'edges')),
  });
  let profile: JsonObject | null = null;
  const members: JsonObject[] = [];
  for await (const { data } of pages) {
    profile = objectAt(data, 'organization');
    members.push(...objectsAt(data, ...path, 'edges'));
  }
  return profile && { ...profile, membersWithRole: { edges: members } };
}
