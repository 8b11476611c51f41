import { contentId } from '../../../src/core/id.ts';
import { factTest } from '../../support/fact-test.ts';
import { actor, child, node } from '../../support/github-rows.ts';

const ann = actor(1, 'ann');
const bob = actor(2, 'bob');
const bot = actor(3, 'stale-helper', 'Bot');
const annId = contentId('github', '1');
const bobId = contentId('github', '2');

factTest({
  name: 'takes the first word or deed of another person for the response, not that of the author, a machine or a ghost',
  // Opened at 10; what Bob says in that second answers nothing. At 11 the author comments, at 12 a bot, at 13 somebody who is gone; at 14 Bob labels, at 15 he comments.
  given: {
    raw_github_issue: [
      node('I1', {
        number: 7,
        title: 'It breaks',
        state: 'OPEN',
        author: ann,
        authorAssociation: 'NONE',
        createdAt: '2023-01-01T10:00:00Z',
        updatedAt: '2023-01-01T15:00:00Z',
        labels: { nodes: [{ name: 'bug' }] },
      }),
    ],
    raw_github_comment: [
      child('I1', 'C0', { author: bob, authorAssociation: 'MEMBER', createdAt: '2023-01-01T10:00:00Z' }),
      child('I1', 'C1', { author: ann, authorAssociation: 'NONE', createdAt: '2023-01-01T11:00:00Z' }),
      child('I1', 'C2', { author: bot, authorAssociation: 'NONE', createdAt: '2023-01-01T12:00:00Z' }),
      child('I1', 'C3', { author: null, authorAssociation: 'NONE', createdAt: '2023-01-01T13:00:00Z' }),
      child('I1', 'C4', { author: bob, authorAssociation: 'MEMBER', createdAt: '2023-01-01T15:00:00Z' }),
    ],
    raw_github_event: [
      child('I1', 'E1', {
        __typename: 'LabeledEvent',
        actor: bob,
        createdAt: '2023-01-01T14:00:00Z',
        label: { name: 'bug' },
      }),
    ],
  },
  expect: {
    fct_issue: [
      {
        number: 7,
        state: 'open',
        closed_reason: null,
        author_account_id: 1n,
        author_person_id: annId,
        author_kind: 'person',
        first_response_at: '2023-01-01T14:00:00Z',
        first_response_account_id: 2n,
        first_response_person_id: bobId,
        first_member_response_at: '2023-01-01T14:00:00Z',
        comment_count: 5,
        label_names: ['bug'],
      },
    ],
    fct_response: [
      { node_id: 'C4', response_kind: 'comment', person_id: bobId, is_by_member: true },
      { node_id: 'E1', response_kind: 'labeled', person_id: bobId, is_by_member: true },
    ],
    fct_comment: [
      { node_id: 'C0', comment_kind: 'issue_comment', item_number: 7, author_kind: 'person' },
      { node_id: 'C1', author_person_id: annId },
      { node_id: 'C2', author_kind: 'bot' },
      { node_id: 'C3', author_kind: 'ghost', author_account_id: null, author_person_id: null },
      { node_id: 'C4', author_person_id: bobId },
    ],
    fct_issue_event: [{ node_id: 'E1', type: 'labeled', item_number: 7, label_name: 'bug' }],
  },
});

factTest({
  name: 'folds closing and reopening into spans, and says who closed last and why',
  // I1: closed on the 2nd by Ann, reopened on the 3rd, closed on the 5th by a machine. I2: closed, no event collected.
  // I3: closed by a machine as not planned, I4 by one as a duplicate.
  given: {
    raw_github_issue: [
      node('I1', {
        number: 1,
        state: 'CLOSED',
        stateReason: 'COMPLETED',
        author: ann,
        createdAt: '2023-01-01T00:00:00Z',
        closedAt: '2023-01-05T00:00:00Z',
      }),
      node('I2', {
        number: 2,
        state: 'CLOSED',
        stateReason: 'NOT_PLANNED',
        author: null,
        createdAt: '2023-01-01T00:00:00Z',
        closedAt: '2023-01-04T00:00:00Z',
      }),
      ...['NOT_PLANNED', 'DUPLICATE'].map((stateReason, index) =>
        node(`I${index + 3}`, {
          number: index + 3,
          state: 'CLOSED',
          stateReason,
          author: ann,
          createdAt: '2023-01-01T00:00:00Z',
          closedAt: '2023-01-05T00:00:00Z',
        }),
      ),
    ],
    raw_github_event: [
      child('I3', 'E4', { __typename: 'ClosedEvent', actor: bot, createdAt: '2023-01-05T00:00:00Z' }),
      child('I4', 'E5', { __typename: 'ClosedEvent', actor: bot, createdAt: '2023-01-05T00:00:00Z' }),
      child('I1', 'E1', { __typename: 'ClosedEvent', actor: ann, createdAt: '2023-01-02T00:00:00Z' }),
      child('I1', 'E2', { __typename: 'ReopenedEvent', actor: bob, createdAt: '2023-01-03T00:00:00Z' }),
      child('I1', 'E3', { __typename: 'ClosedEvent', actor: bot, createdAt: '2023-01-05T00:00:00Z' }),
    ],
  },
  expect: {
    fct_open_span: [
      {
        item_node_id: 'I1',
        span_number: 1,
        opened_at: '2023-01-01T00:00:00Z',
        closed_at: '2023-01-02T00:00:00Z',
        closed_by_person_id: annId,
      },
      {
        item_node_id: 'I1',
        span_number: 2,
        opened_at: '2023-01-03T00:00:00Z',
        closed_at: '2023-01-05T00:00:00Z',
        closed_by_kind: 'bot',
      },
      { item_node_id: 'I2', span_number: 1, closed_at: '2023-01-04T00:00:00Z', closed_by_kind: null },
      { item_node_id: 'I3', closed_by_kind: 'bot' },
      { item_node_id: 'I4', closed_by_kind: 'bot' },
    ],
    fct_issue: [
      {
        number: 1,
        closed_reason: 'bot',
        first_closed_at: '2023-01-02T00:00:00Z',
        closed_at: '2023-01-05T00:00:00Z',
        is_closed_by_bot: true,
      },
      {
        number: 2,
        closed_reason: 'not_planned',
        author_kind: 'ghost',
        first_closed_at: '2023-01-04T00:00:00Z',
        is_closed_by_bot: null,
      },
      { number: 3, closed_reason: 'bot' },
      { number: 4, closed_reason: 'duplicate' },
    ],
  },
});

factTest({
  name: 'takes whoever labels or assigns for a member, but not whoever closes',
  given: {
    raw_github_issue: [
      node('I1', {
        number: 1,
        state: 'CLOSED',
        stateReason: 'COMPLETED',
        author: ann,
        createdAt: '2023-01-01T00:00:00Z',
        closedAt: '2023-01-02T00:00:00Z',
      }),
    ],
    raw_github_event: [
      child('I1', 'E1', { __typename: 'ClosedEvent', actor: bob, createdAt: '2023-01-02T00:00:00Z' }),
      child('I1', 'E2', { __typename: 'AssignedEvent', actor: bob, createdAt: '2023-01-03T00:00:00Z' }),
    ],
  },
  expect: {
    fct_response: [
      { node_id: 'E1', response_kind: 'closed', is_by_member: false },
      { node_id: 'E2', response_kind: 'assigned', is_by_member: true },
    ],
    fct_issue: [
      { first_response_at: '2023-01-02T00:00:00Z', first_member_response_at: '2023-01-03T00:00:00Z' },
    ],
  },
});

factTest({
  name: 'ends closed what was reopened and closed in one second, and calls a machine with a change no reason',
  // A machine closes on the 2nd, reopens on the 3rd and closes in the same second for a pull request.
  given: {
    raw_github_issue: [
      node('I1', {
        number: 1,
        state: 'CLOSED',
        stateReason: 'COMPLETED',
        author: ann,
        createdAt: '2023-01-01T00:00:00Z',
        closedAt: '2023-01-03T00:00:00Z',
      }),
    ],
    raw_github_event: [
      child('I1', 'E1', { __typename: 'ClosedEvent', actor: bot, createdAt: '2023-01-02T00:00:00Z' }),
      child('I1', 'E2', {
        __typename: 'ClosedEvent',
        actor: bot,
        createdAt: '2023-01-03T00:00:00Z',
        closer: { __typename: 'PullRequest', number: 5 },
      }),
      child('I1', 'E3', { __typename: 'ReopenedEvent', actor: bot, createdAt: '2023-01-03T00:00:00Z' }),
    ],
  },
  expect: {
    fct_open_span: [
      {
        span_number: 1,
        opened_at: '2023-01-01T00:00:00Z',
        closed_at: '2023-01-02T00:00:00Z',
        has_closer: false,
      },
      {
        span_number: 2,
        opened_at: '2023-01-03T00:00:00Z',
        closed_at: '2023-01-03T00:00:00Z',
        has_closer: true,
      },
    ],
    fct_issue: [{ closed_reason: 'completed', is_closed_by_bot: true }],
  },
});

factTest({
  name: 'knows who merged, who reviewed, and what was applied by hand',
  // P1: Bob reviews and merges; Ann's own review counts for nothing. P2: closed, and a commit after it cites #2. P3: closed,
  // cited only by a commit before it was opened. P4: closed, its newest commit is on the default branch.
  given: {
    raw_git_commit: [
      { sha: 'a', committed_at: '2022-01-01', subject: 'Note #3 of another tracker' },
      {
        sha: 'b',
        committed_at: '2023-01-09',
        subject: 'Sort faster',
        message: 'Sort faster\n\nCloses #2.\n',
      },
      { sha: 'c', committed_at: '2023-01-09', subject: 'Pushed by hand' },
    ],
    raw_github_pull_request: [
      node('P1', {
        number: 1,
        state: 'MERGED',
        author: ann,
        mergedBy: bob,
        mergeCommit: { oid: 'm' },
        closingIssuesReferences: { nodes: [{ number: 5 }] },
        createdAt: '2023-01-01T00:00:00Z',
        closedAt: '2023-01-04T00:00:00Z',
        mergedAt: '2023-01-04T00:00:00Z',
      }),
      ...[2, 3, 4].map((number) =>
        node(`P${number}`, {
          number,
          state: 'CLOSED',
          author: ann,
          headRefOid: number === 4 ? 'c' : `head${number}`,
          createdAt: '2023-01-01T00:00:00Z',
          closedAt: '2023-01-10T00:00:00Z',
        }),
      ),
    ],
    raw_github_review: [
      child('P1', 'R1', { state: 'COMMENTED', author: ann, submittedAt: '2023-01-01T01:00:00Z' }),
      child('P1', 'R2', {
        state: 'APPROVED',
        author: bob,
        authorAssociation: 'MEMBER',
        authorCanPushToRepository: true,
        submittedAt: '2023-01-03T00:00:00Z',
      }),
      child('P1', 'R3', { state: 'PENDING', author: bob, submittedAt: null }),
    ],
    raw_github_review_comment: [
      {
        ...node('V1', {
          user: { id: 2, node_id: 'U_2', login: 'bob', type: 'User' },
          created_at: '2023-01-02T00:00:00Z',
        }),
        pull_request_number: 1,
      },
    ],
  },
  expect: {
    fct_pull_request: [
      {
        number: 1,
        state: 'merged',
        merged_by_account_id: 2n,
        merged_by_person_id: bobId,
        merged_by_kind: 'person',
        merge_commit_sha: 'm',
        landed_sha: null,
        first_review_at: '2023-01-02T00:00:00Z',
        review_count: 1,
        reviewer_count: 1,
        linked_issue_numbers: [5],
      },
      { number: 2, state: 'closed', landed_sha: 'b', merged_by_kind: null },
      { number: 3, landed_sha: null },
      { number: 4, landed_sha: 'c' },
    ],
    fct_review: [
      { node_id: 'R1', state: 'commented', is_by_other: false },
      { node_id: 'R2', state: 'approved', is_by_other: true, can_author_push: true, item_number: 1 },
    ],
  },
});
