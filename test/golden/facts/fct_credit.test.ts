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
