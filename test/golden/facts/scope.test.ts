import { contentId } from '../../../src/core/id.ts';
import { factTest } from '../../support/fact-test.ts';

const ecosystem = contentId('ecosystem', 'postgres');
const project = contentId('project', 'postgres', 'citus');
const other = contentId('project', 'postgres', 'pgvector');
const byScope = (a: { scope_id: bigint }, b: { scope_id: bigint }): number =>
  a.scope_id < b.scope_id ? -1 : 1;

factTest({
  name: 'puts repositories into projects and ecosystems by name, path and owner',
  given: {
    raw_git_repository: [
      { repo_id: 1n, full_name: 'citusdata/Citus' },
      { repo_id: 2n, full_name: 'citusdata/docs' },
      { repo_id: 3n, full_name: 'citusdata/pg_cron' },
      { repo_id: 4n, path: '/clones/pgvector', name: 'pgvector' },
    ],
  },
  settings: {
    scopes: [
      { ecosystem: 'postgres', project: 'citus', rule: 'repository', value: 'citusdata/citus' },
      { ecosystem: 'postgres', project: 'citus', rule: 'include', value: 'citusdata' },
      { ecosystem: 'postgres', project: 'citus', rule: 'exclude', value: 'citusdata/docs' },
      { ecosystem: 'postgres', project: 'pgvector', rule: 'path', value: '/clones/pgvector' },
    ],
  },
  expect: {
    dim_scope: [
      { scope_id: 1n, kind: 'repository', name: 'citusdata/Citus' },
      { scope_id: 2n, kind: 'repository', name: 'citusdata/docs' },
      { scope_id: 3n, kind: 'repository', name: 'citusdata/pg_cron' },
      { scope_id: 4n, kind: 'repository', name: 'pgvector' },
      { scope_id: ecosystem, kind: 'ecosystem', name: 'postgres' },
      { scope_id: project, kind: 'project', name: 'citus' },
      { scope_id: other, kind: 'project', name: 'pgvector' },
    ].sort(byScope),
    map_scope_repo: [
      { scope_id: 1n, repo_id: 1n },
      { scope_id: 2n, repo_id: 2n },
      { scope_id: 3n, repo_id: 3n },
      { scope_id: 4n, repo_id: 4n },
      { scope_id: ecosystem, repo_id: 1n },
      { scope_id: ecosystem, repo_id: 3n },
      { scope_id: ecosystem, repo_id: 4n },
      { scope_id: project, repo_id: 1n },
      { scope_id: project, repo_id: 3n },
      { scope_id: other, repo_id: 4n },
    ].sort(byScope),
  },
});

factTest({
  name: 'knows until when git is whole, and that a shallow clone never is',
  given: {
    raw_git_repository: [
      { repo_id: 1n, fetched_at: '2024-05-01' },
      { repo_id: 2n, fetched_at: '2024-05-02', is_shallow: true },
    ],
    run_collection: [
      {
        run_id: 'a',
        repo_id: 1n,
        stream: 'git',
        status: 'failed',
        reason: 'disk full',
        started_at: '2024-04-01',
        target: 'x',
        collector_version: 1,
      },
      {
        run_id: 'b',
        repo_id: 1n,
        stream: 'git',
        status: 'done',
        reason: null,
        started_at: '2024-05-01',
        target: 'x',
        collector_version: 1,
      },
    ],
  },
  expect: {
    fct_stream: [
      { repo_id: 1n, stream: 'git', fetched_at: '2024-05-01T00:00:00Z', status: 'done', reason: null },
      { repo_id: 2n, stream: 'git', fetched_at: null, reason: 'the clone is shallow' },
    ],
  },
});
