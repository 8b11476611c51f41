import { createHash } from 'node:crypto';
import { contentId } from '../../../src/core/id.ts';
import { factTest } from '../../support/fact-test.ts';
import { account, actor, node } from '../../support/github-rows.ts';

const opened = (number: number, author: object | null, createdAt: string) =>
  node(`I${number}`, { number, state: 'OPEN', author, createdAt });
const branchCommit = (oid: string, name: string, email: string, id: number | null, login: string) => ({
  commit: {
    oid,
    authoredDate: '2020-01-01T00:00:00Z',
    author: { name, email, user: id === null ? null : { id: `U_${id}`, databaseId: id, login } },
  },
});
const byId = (a: { person_id: bigint }, b: { person_id: bigint }): number =>
  a.person_id < b.person_id ? -1 : 1;
const annInGit = contentId('git', 'Ann Author', 'ann@author.io');
const bobInGit = contentId('git', 'Bob', '2+bob@users.noreply.github.com');

factTest({
  name: 'joins an account to the address that GitHub gives it and to its noreply address',
  // Ann opened an issue before her first commit, so that the account is her first identity; Bob's commit came first.
  given: {
    raw_git_commit: [
      { sha: 'a', author_name: 'Ann Author', author_email: 'ann@author.io', committed_at: '2020-03-01' },
      {
        sha: 'b',
        author_name: 'Bob',
        author_email: '2+bob@users.noreply.github.com',
        committed_at: '2020-03-01',
      },
    ],
    raw_github_commit_account: [
      {
        sha: 'a',
        role: 'author',
        name: 'Ann Author',
        email: 'ann@author.io',
        node_id: 'U_1',
        login: 'ann-writes',
      },
    ],
    raw_github_issue: [
      opened(1, actor(1, 'ann-writes'), '2020-02-01T00:00:00Z'),
      opened(2, actor(2, 'bob'), '2021-01-01T00:00:00Z'),
    ],
    raw_github_account: [account(1, 'ann-writes', { name: 'Ann A.', company: '@bigcorp' })],
  },
  expect: {
    dim_account: [
      {
        account_id: 1n,
        login: 'ann-writes',
        kind: 'user',
        actor_kind: 'person',
        person_id: contentId('github', '1'),
        name: 'Ann A.',
        company: '@bigcorp',
        is_profile_known: true,
      },
      { account_id: 2n, login: 'bob', person_id: bobInGit, name: null, is_profile_known: false },
    ],
    dim_person: [
      {
        person_id: contentId('github', '1'),
        name: 'Ann Author',
        login: 'ann-writes',
        identity_count: 2,
        first_contribution_at: '2020-02-01T00:00:00Z',
      },
      { person_id: bobInGit, name: 'Bob', login: 'bob', identity_count: 2 },
    ].sort(byId),
    map_identity_person: [
      { identity_id: annInGit, rule: 'github_account', confidence: 0.98 },
      { identity_id: contentId('github', '1'), rule: 'own' },
      { identity_id: bobInGit, rule: 'own' },
      { identity_id: contentId('github', '2'), rule: 'noreply_account', confidence: 1 },
    ].sort((a, b) => (a.identity_id < b.identity_id ? -1 : 1)),
  },
});

factTest({
  name: 'joins an account to an address by the commits of pull requests, whoever stands in what landed',
  // Cora's branch was squashed by Ann; a message credits Cora by another name. Both Dan and Eve committed as `pair@crew.io`
  // on branches, which is then nobody's, and GitHub knows no account of old@crew.io.
  given: {
    raw_git_commit: [
      {
        sha: 'a',
        author_name: 'Ann Author',
        author_email: 'ann@author.io',
        committed_at: '2020-03-01',
        message:
          'Fix\n\nCo-authored-by: Corrie <Cora@coder.io>\nReviewed-by: Pair <pair@crew.io>\nTested-by: Old <old@crew.io>\n',
      },
    ],
    raw_github_pull_request: [
      node('P1', {
        number: 1,
        state: 'MERGED',
        author: actor(3, 'cora'),
        createdAt: '2020-02-01T00:00:00Z',
        commits: {
          totalCount: 4,
          nodes: [
            branchCommit('b1', 'Cora Coder', 'cora@coder.io', 3, 'cora'),
            branchCommit('b2', 'Dan', 'pair@crew.io', 4, 'dan'),
            branchCommit('b3', 'Eve', 'pair@crew.io', 5, 'eve'),
            branchCommit('b4', 'Old', 'old@crew.io', null, ''),
          ],
        },
      }),
    ],
  },
  expect: {
    stg_github__pull_request_commit: [
      { sha: 'b1', name: 'Cora Coder', email: 'cora@coder.io', account_id: 3n, login: 'cora' },
      { sha: 'b2', account_id: 4n },
      { sha: 'b3', account_id: 5n },
      { sha: 'b4', account_id: null, login: null, authored_at: '2020-01-01T00:00:00Z' },
    ],
    map_identity_link: [{ rule: 'pull_request_email', confidence: 0.95 }],
    dim_account: [
      { login: 'cora', person_id: contentId('github', '3') },
      { login: 'dan', person_id: contentId('github', '4') },
      { login: 'eve', person_id: contentId('github', '5') },
    ],
    dim_person: [
      { person_id: contentId('github', '3'), name: 'Corrie', login: 'cora', identity_count: 2 },
      { person_id: contentId('github', '4'), login: 'dan', identity_count: 1 },
      { person_id: contentId('github', '5'), login: 'eve', identity_count: 1 },
      { person_id: annInGit, identity_count: 1 },
      { person_id: contentId('git', 'Pair', 'pair@crew.io'), login: null, identity_count: 1 },
      { person_id: contentId('git', 'Old', 'old@crew.io'), login: null, identity_count: 1 },
    ].sort(byId),
  },
});

factTest({
  name: 'takes machines for machines by GitHub’s type and by the kept list, and keeps organizations from being people',
  // `claude` is an ordinary account to GitHub, and a coding agent to the list. Two accounts with one name are two people.
  given: {
    raw_github_issue: [
      opened(1, actor(1, 'fixer', 'Bot'), '2020-01-01T00:00:00Z'),
      opened(2, actor(2, 'claude'), '2020-01-01T00:00:00Z'),
      opened(3, actor(3, 'bigcorp', 'Organization'), '2020-01-01T00:00:00Z'),
      opened(4, actor(4, 'hou1'), '2020-01-01T00:00:00Z'),
      opened(5, actor(5, 'hou2'), '2020-01-01T00:00:00Z'),
    ],
    raw_github_account: [
      account(4, 'hou1', { name: 'Hou Zhijie Wang' }),
      account(5, 'hou2', { name: 'Hou Zhijie Wang' }),
    ],
  },
  expect: {
    dim_account: [
      { login: 'fixer', kind: 'bot', actor_kind: 'bot' },
      { login: 'claude', kind: 'user', actor_kind: 'agent' },
      { login: 'bigcorp', kind: 'organization', actor_kind: 'organization', person_id: null },
      { login: 'hou1', person_id: contentId('github', '4'), actor_kind: 'person' },
      { login: 'hou2', person_id: contentId('github', '5') },
    ],
  },
});

/** GraphQL writes no number above 2^31; REST does, where an answer has the author of a comment on code. */
const unnumbered = { ...actor(1, 'new-here'), databaseId: null };
const unnumberedId = BigInt(`0x${createHash('sha256').update('U_1').digest('hex').slice(0, 13)}`);

factTest({
  name: 'an account without a number is one of its own, however GitHub speaks of it, and no deleted one',
  given: {
    raw_github_issue: [
      opened(1, unnumbered, '2020-02-01T00:00:00Z'),
      opened(2, actor(2, 'bob'), '2020-02-02T00:00:00Z'),
      opened(3, null, '2020-02-03T00:00:00Z'),
    ],
    raw_github_review_comment: [
      node('C1', {
        user: { id: 3_000_000_001, node_id: 'U_1', login: 'new-here', type: 'User' },
        created_at: '2020-02-04T00:00:00Z',
      }),
    ],
    raw_github_account: [
      { node_id: 'U_1', body: JSON.stringify({ ...unnumbered, name: 'New Here' }), fetched_at: '2100-01-01' },
    ],
  },
  expect: {
    dim_account: [
      { account_id: 2n, login: 'bob' },
      { account_id: unnumberedId, node_id: 'U_1', login: 'new-here', name: 'New Here' },
    ],
    fct_account_use: [{ account_id: 2n }, { account_id: unnumberedId, act_count: 2n }],
    fct_issue: [
      { number: 1, author_account_id: unnumberedId },
      { number: 2, author_account_id: 2n },
      { number: 3, author_account_id: null },
    ],
  },
});
