import { contentId } from '../../../src/core/id.ts';
import { factTest } from '../../support/fact-test.ts';

const pat = contentId('git', 'Pat Pusher', 'pat@pusher.io');
const wanda = contentId('git', 'Wanda Writer', 'wanda@writer.io');
const rita = contentId('git', 'Rita Rossi', '');
const PAT = { author_name: 'Pat Pusher', author_email: 'pat@pusher.io', committed_at: '2020-01-01' };
const WANDA = { author_name: 'Wanda Writer', author_email: 'wanda@writer.io', committed_at: '2020-01-02' };

factTest({
  name: 'gives the work to its author where those who push stand as authors',
  // Author and committer are the same on both commits, and one of the two (at least 1 %) names another author.
  given: {
    raw_git_commit: [
      {
        sha: 'a',
        ...PAT,
        subject: 'Add a cache',
        message: 'Add a cache\n\nAuthor: Wanda Writer <wanda@writer.io>\nReviewed-by: Rita Rossi\n',
      },
      { sha: 'b', ...PAT, subject: 'Add a pool' },
    ],
  },
  expect: {
    dim_repo: [{ is_committer_author_convention: true }],
    fct_credit: [
      { sha: 'a', role: 'author', source: 'trailer', person_id: wanda, position: 1 },
      { sha: 'a', role: 'committer', source: 'git', person_id: pat, position: 1 },
      { sha: 'a', role: 'reviewer', source: 'trailer', person_id: rita, position: 1 },
      { sha: 'b', role: 'author', source: 'git', person_id: pat, position: 1 },
      { sha: 'b', role: 'committer', source: 'git', person_id: pat, position: 1 },
    ],
    fct_commit: [
      { sha: 'a', person_id: pat, committer_person_id: pat, principal_person_id: wanda },
      { sha: 'b', person_id: pat, committer_person_id: pat, principal_person_id: pat },
    ],
  },
});

factTest({
  name: 'keeps git\u2019s author beside co-authors elsewhere, and an agent only assists',
  given: {
    raw_git_commit: [
      {
        sha: 'a',
        ...WANDA,
        committer_name: 'GitHub',
        committer_email: 'noreply@github.com',
        message:
          'Add a cache\n\nCo-authored-by: Pat Pusher <pat@pusher.io>\nCo-authored-by: Claude <noreply@anthropic.com>\n',
      },
      { sha: 'b', ...PAT },
    ],
  },
  expect: {
    dim_repo: [{ is_committer_author_convention: false }],
    fct_credit: [
      { sha: 'a', role: 'assist', person_id: contentId('git', 'Claude', 'noreply@anthropic.com') },
      { sha: 'a', role: 'author', source: 'git', person_id: wanda },
      { sha: 'a', role: 'co_author', source: 'trailer', person_id: pat },
      { sha: 'b', role: 'author', source: 'git', person_id: pat },
      { sha: 'b', role: 'committer', source: 'git', person_id: pat },
    ],
    fct_commit: [
      { sha: 'a', principal_person_id: wanda, committer_person_id: null },
      { sha: 'b', principal_person_id: pat, committer_person_id: pat },
    ],
  },
});

factTest({
  name: 'lets whoever is known as an agent only assist, whatever the message says',
  given: {
    raw_git_commit: [
      { sha: 'a', ...WANDA, message: 'Add a cache\n\nCo-authored-by: Helper <helper@tools.example>\n' },
    ],
  },
  settings: {
    people: { merges: [], splits: [], kinds: [{ identity: 'helper@tools.example', kind: 'agent' }] },
  },
  expect: {
    fct_credit: [
      { sha: 'a', role: 'assist', person_id: contentId('git', 'Helper', 'helper@tools.example') },
      { sha: 'a', role: 'author', person_id: wanda },
      { sha: 'a', role: 'committer', person_id: wanda },
    ],
  },
});

factTest({
  name: 'puts trailers before prose, and takes from the trailer who stands in both',
  given: {
    raw_git_commit: [
      {
        sha: 'a',
        ...PAT,
        message:
          'Add a cache\n\nAuthor: Pat Pusher <pat@pusher.io>\nReviewed by Rita Rossi and Wanda Writer.\n\nReviewed-by: Wanda Writer <wanda@writer.io>\n',
      },
    ],
  },
  expect: {
    fct_credit: [
      { sha: 'a', role: 'author' },
      { sha: 'a', role: 'committer' },
      { sha: 'a', role: 'reviewer', source: 'trailer', person_id: wanda, position: 1 },
      { sha: 'a', role: 'reviewer', source: 'prose', person_id: rita, position: 2 },
    ],
  },
});

/** `count` commits that Pat wrote, `others` of them committed by Wanda, the last of them for somebody else. */
const pushed = (count: number, others: number) =>
  Array.from({ length: count }, (_, index) => ({
    sha: `s${String(index).padStart(3, '0')}`,
    ...PAT,
    ...(index < others ? { committer_name: 'Wanda Writer', committer_email: 'wanda@writer.io' } : {}),
    ...(index === count - 1 ? { message: 'Add a cache\n\nAuthor: Zoe Zander <zoe@zander.io>\n' } : {}),
  }));

// At most 5 of 100 may have another committer, and at least 1 of 100 has to name another author.
for (const { count, others, is_committer_author_convention } of [
  { count: 100, others: 5, is_committer_author_convention: true },
  { count: 100, others: 6, is_committer_author_convention: false },
  { count: 101, others: 5, is_committer_author_convention: false },
]) {
  factTest({
    name: `of ${count} commits ${others} by another committer and 1 for another author: ${is_committer_author_convention ? 'those who push stand as authors' : 'git says who is the author'}`,
    given: { raw_git_commit: pushed(count, others) },
    expect: { dim_repo: [{ is_committer_author_convention }] },
  });
}

/** `count` commits, the first `signed` of them signed off by their author, the first `web` of them committed on the web page. */
const written = ({ count, signed, web }: { count: number; signed: number; web: number }) =>
  Array.from({ length: count }, (_, index) => ({
    sha: `s${String(index).padStart(3, '0')}`,
    ...WANDA,
    committer_name: index < web ? 'GitHub' : 'Pat Pusher',
    committer_email: index < web ? 'noreply@github.com' : 'pat@pusher.io',
    message:
      index < signed ? 'Add a cache\n\nSigned-off-by: Wanda Writer <wanda@writer.io>\n' : 'Add a cache\n',
  }));

// At least half signed off, else at least 3 of 10 committed on the web page.
for (const { credit_convention, ...commits } of [
  { count: 10, signed: 5, web: 3, credit_convention: 'linux_kernel' },
  { count: 10, signed: 4, web: 3, credit_convention: 'github_squash' },
  { count: 10, signed: 4, web: 2, credit_convention: 'plain' },
]) {
  factTest({
    name: `of ${commits.count} commits ${commits.signed} signed off and ${commits.web} from the web page: ${credit_convention}`,
    given: { raw_git_commit: written(commits) },
    expect: { dim_repo: [{ credit_convention }] },
  });
}
