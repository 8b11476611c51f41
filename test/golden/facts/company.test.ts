import { contentId } from '../../../src/core/id.ts';
import { factTest } from '../../support/fact-test.ts';
import { account, actor, node } from '../../support/github-rows.ts';

const organization = (name: string) => contentId('organization', name);
const snapshot = (id: number, snapshot_date: string, company: string | null) => ({
  node_id: `U_${id}`,
  snapshot_date,
  login: `user${id}`,
  company,
});
const company = (text: string, index: number) => snapshot(index + 1, '2024-01-01', text);
const inText = (text: string, name: string) => ({ company: text, organization: name, rule: 'text' });

factTest({
  name: 'reads the company of a profile: accounts, names and domains of organizations, else the text',
  // Northquay's account has a web site whose domain people write from, and names it; Polder's has none. `Tessarine` is the
  // first label of a domain that people write from. Timescale is listed, under several domains.
  given: {
    raw_git_commit: [
      { sha: 'a', author_name: 'Ann Andersson', author_email: 'ann@northquay.io' },
      { sha: 'b', author_name: 'Ben Bengtsson', author_email: 'ben@northquay.io' },
      { sha: 'c', author_name: 'Cyd Carlsson', author_email: 'cyd@tessarine.io' },
      { sha: 'd', author_name: 'Dan Danielsson', author_email: 'dan@tessarine.io' },
    ],
    raw_github_account: [
      account(91, 'nq-db', {
        __typename: 'Organization',
        name: 'Northquay Systems',
        websiteUrl: 'https://www.northquay.io/',
      }),
      account(92, 'polder-analytics', { __typename: 'Organization', name: 'Polder Analytics' }),
    ],
    raw_github_account_snapshot: [
      '@nq-db',
      'Northquay Systems GmbH',
      ' POLDER ANALYTICS B.V.',
      '@polder-analytics @nq-db',
      'Tessarine',
      'https://tessarine.io',
      '@tigerdata',
      'Crunchy Data, Inc.',
      'Engineer at Percona',
      'Acme Widgets',
      '@acme-widgets',
      'Smith & Sons',
      'Brenholt University',
      'Former @nq-db',
      'freelance',
      'Freelance software writer',
      'Senior Data Engineer',
      'PhD student',
      'None',
      '–',
      'I like long walks on the beach',
    ].map(company),
  },
  expect: {
    map_company_organization: [
      { company: ' POLDER ANALYTICS B.V.', organization: 'Polder Analytics', rule: 'account' },
      inText('@acme-widgets', 'Acme Widgets'),
      { company: '@nq-db', organization: 'Northquay Systems', rule: 'account' },
      { company: '@polder-analytics @nq-db', organization: 'Northquay Systems', rule: 'account' },
      { company: '@polder-analytics @nq-db', organization: 'Polder Analytics', rule: 'account' },
      { company: '@tigerdata', organization: 'Timescale', rule: 'domain' },
      inText('Acme Widgets', 'Acme Widgets'),
      inText('Brenholt University', 'Brenholt University'),
      { company: 'Crunchy Data, Inc.', organization: 'Crunchy Data', rule: 'name' },
      { company: 'Engineer at Percona', organization: 'Percona', rule: 'name' },
      { company: 'Northquay Systems GmbH', organization: 'Northquay Systems', rule: 'account' },
      inText('Smith & Sons', 'Smith'),
      inText('Smith & Sons', 'Sons'),
      { company: 'Tessarine', organization: 'tessarine.io', rule: 'domain' },
      { company: 'https://tessarine.io', organization: 'tessarine.io', rule: 'name' },
    ],
  },
});

factTest({
  name: 'names a domain as the profiles of those say who write from it, where the name begins like the domain',
  // Ann and Ben write from brenholt.io and say so in two spellings, of which the shorter wins. Cyd writes from
  // tessarine.io and says Harbor Lights, which is another name. Dan says `Polder`, but writes from elsewhere.
  given: {
    raw_git_commit: [
      { sha: 'a', author_name: 'Ann Andersson', author_email: '1+user1@users.noreply.github.com' },
      { sha: 'b', author_name: 'Ann Andersson', author_email: 'ann@brenholt.io' },
      { sha: 'c', author_name: 'Ben Bengtsson', author_email: '2+user2@users.noreply.github.com' },
      { sha: 'd', author_name: 'Ben Bengtsson', author_email: 'ben@brenholt.io' },
      { sha: 'e', author_name: 'Cyd Carlsson', author_email: '3+user3@users.noreply.github.com' },
      { sha: 'f', author_name: 'Cyd Carlsson', author_email: 'cyd@tessarine.io' },
      { sha: 'g', author_name: 'Dan Danielsson', author_email: '4+user4@users.noreply.github.com' },
      { sha: 'h', author_name: 'Eve Eriksson', author_email: 'eve@polder.nl' },
    ],
    raw_github_issue: [1, 2, 3, 4].map((id) =>
      node(`I${id}`, {
        number: id,
        state: 'OPEN',
        author: actor(id, `user${id}`),
        createdAt: '2024-01-01T00:00:00Z',
      }),
    ),
    raw_github_account: [1, 2, 3, 4].map((id) => account(id, `user${id}`, {})),
    raw_github_account_snapshot: [
      'The Brenholt University of Technology',
      'Brenholt University',
      'Harbor Lights',
      'Polder Analytics',
    ].map(company),
  },
  expect: {
    map_domain_organization: [
      {
        email_domain: 'brenholt.io',
        organization: 'Brenholt University',
        kind: 'academic',
        rule: 'domain',
      },
      { email_domain: 'polder.nl', organization: 'polder.nl', kind: 'unknown', rule: 'domain' },
      { email_domain: 'tessarine.io', organization: 'tessarine.io', kind: 'unknown', rule: 'domain' },
      { email_domain: 'users.noreply.github.com', organization: null, rule: 'public' },
    ],
    map_company_organization: [
      { company: 'Brenholt University', organization: 'Brenholt University', rule: 'name' },
      inText('Harbor Lights', 'Harbor Lights'),
      inText('Polder Analytics', 'Polder Analytics'),
      {
        company: 'The Brenholt University of Technology',
        organization: 'Brenholt University',
        rule: 'name',
      },
    ],
  },
});

const commit = (sha: string, author_email: string, committed_at: string) => ({
  sha,
  author_name: 'Ann Andersson',
  author_email,
  committed_at,
});

factTest({
  name: 'believes a profile for the twelve months before it was read, and any address before it',
  // Read as EDB on 1 March 2024, as Percona on 1 June, as none on 1 September. Percona can hold from 1 March at the earliest.
  // The commit of 10 April is from Percona's address, which holds till 9 July: it and that of 1 June know no profile.
  given: {
    raw_git_commit: [
      commit('a', '1+user1@users.noreply.github.com', '2023-02-28'),
      commit('b', '1+user1@users.noreply.github.com', '2023-03-01'),
      commit('c', '1+user1@users.noreply.github.com', '2024-03-02'),
      commit('d', 'ann@crunchydata.com', '2024-04-10'),
      commit('e', '1+user1@users.noreply.github.com', '2024-06-01'),
      commit('f', '1+user1@users.noreply.github.com', '2024-08-01'),
    ],
    raw_github_issue: [
      node('I1', { number: 1, state: 'OPEN', author: actor(1, 'user1'), createdAt: '2024-01-01T00:00:00Z' }),
    ],
    raw_github_account: [account(1, 'user1', { company: null })],
    raw_github_account_snapshot: [
      snapshot(1, '2024-03-01', '@EnterpriseDB'),
      snapshot(1, '2024-06-01', 'Percona LLC'),
      snapshot(1, '2024-09-01', null),
    ],
  },
  expect: {
    map_person_organization: [
      {
        organization_id: organization('Crunchy Data'),
        valid_from: '2024-04-10T00:00:00Z',
        valid_to: '2024-07-09T00:00:00Z',
        rule: 'address',
        confidence: 1,
      },
      {
        organization_id: organization('EDB'),
        valid_from: '2023-03-01T00:00:00Z',
        valid_to: '2024-03-02T00:00:00Z',
        rule: 'profile',
        confidence: 0.7,
      },
      {
        organization_id: organization('Percona'),
        valid_from: '2024-03-01T00:00:00Z',
        valid_to: '2024-06-02T00:00:00Z',
        rule: 'profile',
        confidence: 0.7,
      },
    ].sort((a, b) => (a.organization_id < b.organization_id ? -1 : 1)),
    fct_commit_organization: [
      { sha: 'b', organization_id: organization('EDB'), weight: 1, rule: 'profile' },
      { sha: 'c', organization_id: organization('Percona'), weight: 1, rule: 'profile' },
      { sha: 'd', organization_id: organization('Crunchy Data'), weight: 1, rule: 'address' },
      { sha: 'e', organization_id: organization('Crunchy Data'), weight: 1, rule: 'interval' },
    ],
  },
});
