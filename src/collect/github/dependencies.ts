import { UnderstoryError } from '../../core/errors.ts';
import type { JsonObject } from './contract.ts';
import { notAsDocumented } from './failure.ts';
import { objectsAt, textAt, valueAt } from './read.ts';
import { putNodes } from './rows.ts';
import { readAt, stateKey, writeState } from './state.ts';
import type { Stream, StreamWork } from './stream.ts';

const NAMED = { name: 'dependencies', version: 1 } as const;
const ROUTE = 'GET /repos/{owner}/{repo}/dependency-graph/sbom';

/** What the repository depends on, as GitHub's dependency graph exports it (SPDX). */
export const dependencies: Stream = {
  ...NAMED,
  collect: async (work) => {
    const answer = await fetchPackages(work);
    if (answer === null) return 'the dependency graph is switched off';
    const { store, repository } = work;
    await work.commit(async () => {
      await store.run('delete from raw_github_dependency where repo_id = $repo_id', {
        repo_id: repository.repoId,
      });
      const stamp = { repoId: repository.repoId, version: NAMED.version, fetchedAt: answer.date };
      await putNodes(store, 'raw_github_dependency', answer.packages, stamp);
      await writeState(
        store,
        stateKey(NAMED, repository.repoId),
        readAt(answer.date, answer.packages.length),
      );
    });
    return null;
  },
  estimate: async () => ({ graphqlRequestCount: 0, points: 0, restRequestCount: 1 }),
};

interface Packages {
  readonly packages: readonly JsonObject[];
  readonly date: Date;
}

async function fetchPackages(work: StreamWork): Promise<Packages | null> {
  const { owner, name } = work.repository;
  try {
    const { data, date } = await work.client.rest(ROUTE, { owner, repo: name }, work);
    if (!Array.isArray(valueAt(data, 'sbom', 'packages'))) throw notAsDocumented(ROUTE);
    const packages = objectsAt(data, 'sbom', 'packages').map((one) => ({
      ...one,
      id: textAt(one, 'SPDXID'),
    }));
    return { packages, date };
  } catch (error) {
    if (error instanceof UnderstoryError && error.code === 'E_NOT_FOUND') return null;
    throw error;
  }
}
