import { contentId } from '../../../src/core/id.ts';
import { factTest } from '../../support/fact-test.ts';

const ann = contentId('git', 'Ann Author', 'ann@author.io');
const annAtWork = contentId('git', 'Ann Author', 'ann@bigcorp.com');
const bob = contentId('git', 'Bob Builder', 'bob@builder.io');
const claude = contentId('git', 'Claude', 'noreply@anthropic.com');
const byId = (a: { person_id: bigint }, b: { person_id: bigint }): number =>
  a.person_id < b.person_id ? -1 : 1;

factTest({
  name: 'joins identities to people, names them by their earliest identity, and keeps machines apart',
  // Ann's names are equal and have 9 letters, too few; the mailmap joins her. Her first commit is the one at work.
  given: {
    raw_git_commit: [
      { sha: 'a', author_name: 'Ann Author', author_email: 'ann@author.io', committed_at: '2020-03-01' },
      { sha: 'b', author_name: 'Ann Author', author_email: 'ann@bigcorp.com', committed_at: '2020-01-01' },
      { sha: 'c', author_name: 'Ann Author', author_email: 'ann@author.io', committed_at: '2020-05-01' },
      { sha: 'd', author_name: 'Bob Builder', author_email: 'bob@builder.io', committed_at: '2020-02-01' },
      { sha: 'e', author_name: 'Claude', author_email: 'noreply@anthropic.com', committed_at: '2020-06-01' },
    ],
    raw_git_identity: [
      {
        name: 'Ann Author',
        email: 'ann@bigcorp.com',
        mapped_name: 'Ann Author',
        mapped_email: 'ann@author.io',
      },
    ],
  },
  expect: {
    dim_person: [
      {
        person_id: annAtWork,
        name: 'Ann Author',
        kind: 'person',
        is_bot: false,
        identity_count: 2,
        first_contribution_at: '2020-01-01T00:00:00Z',
      },
      { person_id: bob, name: 'Bob Builder', kind: 'person', is_bot: false, identity_count: 1 },
      { person_id: claude, name: 'Claude', kind: 'agent', is_bot: true, bot_rule: 'listed' },
    ].sort(byId),
    fct_commit: [
      { sha: 'a', person_id: annAtWork, author_email: 'ann@author.io', is_work: false },
      { sha: 'b', person_id: annAtWork, author_email: 'ann@author.io', raw_author_email: 'ann@bigcorp.com' },
      { sha: 'c', person_id: annAtWork },
      { sha: 'd', person_id: bob, is_bot: false },
      { sha: 'e', person_id: claude, is_bot: true },
    ],
  },
});

factTest({
  name: 'names a person by a full name where one is known, whatever is used more',
  // One address is one person.
  given: {
    raw_git_commit: [
      { sha: 'a', author_name: 'handle', author_email: 'hannah@one.io', committed_at: '2020-01-01' },
      { sha: 'b', author_name: 'handle', author_email: 'hannah@one.io', committed_at: '2020-02-01' },
      { sha: 'c', author_name: 'H L', author_email: 'hannah@one.io', committed_at: '2020-03-01' },
      { sha: 'd', author_name: 'Hannah de Lind', author_email: 'hannah@one.io', committed_at: '2020-04-01' },
    ],
  },
  expect: {
    dim_person: [
      { person_id: contentId('git', 'handle', 'hannah@one.io'), name: 'Hannah de Lind', identity_count: 3 },
    ],
  },
});

factTest({
  name: 'takes two normal forms of Unicode for one name, and knows nobody without name and address',
  given: {
    raw_git_commit: [
      {
        sha: 'a',
        author_name: 'Erik Nordstr\u00f6m',
        author_email: 'erik@one.io',
        committed_at: '2020-01-01',
      },
      {
        sha: 'b',
        author_name: 'Erik Nordstro\u0308m',
        author_email: 'erik@two.io',
        committed_at: '2020-01-02',
      },
      { sha: 'c', author_name: '', author_email: '', committed_at: '2020-01-03' },
    ],
  },
  expect: {
    dim_person: [{ person_id: contentId('git', 'Erik Nordstr\u00f6m', 'erik@one.io'), identity_count: 2 }],
    fct_commit: [
      { sha: 'a', person_id: contentId('git', 'Erik Nordstr\u00f6m', 'erik@one.io') },
      { sha: 'b', person_id: contentId('git', 'Erik Nordstr\u00f6m', 'erik@one.io') },
      { sha: 'c', person_id: null, principal_person_id: null },
    ],
  },
});

factTest({
  name: 'obeys decisions about people: merges, splits and bots',
  given: {
    raw_git_commit: [
      { sha: 'a', author_name: 'Ann Author', author_email: 'ann@author.io', committed_at: '2020-03-01' },
      { sha: 'b', author_name: 'Ann Author', author_email: 'ann@bigcorp.com', committed_at: '2020-01-01' },
      { sha: 'c', author_name: 'Builder', author_email: 'shared@builder.io' },
      { sha: 'd', author_name: 'Bob Builder', author_email: 'shared@builder.io' },
      { sha: 'e', author_name: 'Release Script', author_email: 'script@builder.io' },
    ],
  },
  settings: {
    people: {
      merges: [['ann@author.io', 'Ann Author <ann@bigcorp.com>']],
      splits: [['Builder', 'Bob Builder']],
      kinds: [{ identity: 'script@builder.io', kind: 'bot' }],
    },
  },
  expect: {
    dim_person: [
      { person_id: annAtWork, identity_count: 2, kind: 'person' },
      { person_id: contentId('git', 'Builder', 'shared@builder.io'), identity_count: 1, kind: 'person' },
      { person_id: contentId('git', 'Bob Builder', 'shared@builder.io'), identity_count: 1, kind: 'person' },
      {
        person_id: contentId('git', 'Release Script', 'script@builder.io'),
        identity_count: 1,
        kind: 'bot',
        bot_rule: 'decision',
      },
    ].sort(byId),
  },
});

factTest({
  name: 'keeps ids of people that an earlier build gave out',
  given: {
    raw_git_commit: [
      { sha: 'a', author_name: 'Ann Author', author_email: 'ann@author.io', committed_at: '2020-03-01' },
      { sha: 'b', author_name: 'Ann Author', author_email: 'ann@author.io', committed_at: '2020-03-02' },
    ],
    map_identity_person: [{ identity_id: ann, person_id: 7n, rule: 'own', confidence: 1 }],
    map_person_alias: [{ old_person_id: 5n, person_id: 7n }],
  },
  expect: {
    map_person_alias: [
      { old_person_id: 5n, person_id: ann },
      { old_person_id: 7n, person_id: ann },
    ],
  },
});
