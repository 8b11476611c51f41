import { contentId } from '../../../src/core/id.ts';
import { factTest } from '../../support/fact-test.ts';

const commit = (sha: string, name: string, email: string, committed_at: string) => ({
  sha,
  author_name: name,
  author_email: email,
  committed_at,
});
const organization = (name: string) => contentId('organization', name);
const byOrganization = (a: { organization_id: bigint }, b: { organization_id: bigint }): number =>
  a.organization_id < b.organization_id ? -1 : 1;

factTest({
  name: 'takes the address of a commit, else the spans of its author, else nothing',
  // Ann Andersson writes from crunchydata.com on 1 January and 1 March 2020, so that the span ends 90 days after
  // 1 March, on 30 May. Her commits of 1 April and 29 May from a public address fall into it, that of 30 May does not.
  given: {
    raw_git_commit: [
      commit('a', 'Ann Andersson', 'ann@crunchydata.com', '2020-01-01'),
      commit('b', 'Ann Andersson', 'ann@crunchydata.com', '2020-03-01'),
      commit('c', 'Ann Andersson', 'ann@gmail.com', '2020-04-01'),
      commit('d', 'Ann Andersson', 'ann@gmail.com', '2020-05-29'),
      commit('e', 'Ann Andersson', 'ann@gmail.com', '2020-05-30'),
      commit('f', 'Bob Builder', '7+bob@users.noreply.github.com', '2020-01-01'),
    ],
  },
  expect: {
    map_person_organization: [
      {
        organization_id: organization('Crunchy Data'),
        valid_from: '2020-01-01T00:00:00Z',
        valid_to: '2020-05-30T00:00:00Z',
        rule: 'address',
        confidence: 1,
      },
    ],
    fct_commit_organization: [
      { sha: 'a', organization_id: organization('Crunchy Data'), weight: 1, rule: 'address' },
      { sha: 'b', organization_id: organization('Crunchy Data'), weight: 1, rule: 'address' },
      { sha: 'c', organization_id: organization('Crunchy Data'), weight: 1, rule: 'interval' },
      { sha: 'd', organization_id: organization('Crunchy Data'), weight: 1, rule: 'interval' },
    ],
    dim_organization: [
      {
        organization_id: organization('Crunchy Data'),
        kind: 'commercial',
        is_listed: true,
        owner_organization_id: organization('Snowflake'),
        owned_from: '2025-06-02T00:00:00Z',
      },
      {
        organization_id: organization('Snowflake'),
        kind: 'commercial',
        is_listed: true,
        owner_organization_id: null,
      },
    ].sort(byOrganization),
  },
});

factTest({
  name: 'parts two spans that lie more than 365 days apart, and lets several employers share a commit',
  // From 1 January 2020 to 31 December 2020 are 365 days, one span; to 1 January 2022 are 366 more: another one.
  // On 2 January 2022 both EDB (one use on 1 January) and Percona (2 January) hold, but the address decides; the commit
  // of 3 January from a public address is half theirs.
  given: {
    raw_git_commit: [
      commit('a', 'Ann Andersson', 'ann@enterprisedb.com', '2020-01-01'),
      commit('b', 'Ann Andersson', 'ann@enterprisedb.com', '2020-12-31'),
      commit('c', 'Ann Andersson', 'ann@enterprisedb.com', '2022-01-01'),
      commit('d', 'Ann Andersson', 'ann@percona.com', '2022-01-02'),
      commit('e', 'Ann Andersson', 'ann@gmail.com', '2022-01-03'),
    ],
  },
  expect: {
    map_person_organization: [
      {
        organization_id: organization('EDB'),
        valid_from: '2020-01-01T00:00:00Z',
        valid_to: '2021-03-31T00:00:00Z',
      },
      {
        organization_id: organization('EDB'),
        valid_from: '2022-01-01T00:00:00Z',
        valid_to: '2022-04-01T00:00:00Z',
      },
      {
        organization_id: organization('Percona'),
        valid_from: '2022-01-02T00:00:00Z',
        valid_to: '2022-04-02T00:00:00Z',
      },
    ].sort(byOrganization),
    fct_commit_organization: [
      { sha: 'a', organization_id: organization('EDB'), weight: 1, rule: 'address' },
      { sha: 'b', organization_id: organization('EDB'), weight: 1, rule: 'address' },
      { sha: 'c', organization_id: organization('EDB'), weight: 1, rule: 'address' },
      { sha: 'd', organization_id: organization('Percona'), weight: 1, rule: 'address' },
      ...[
        { sha: 'e', organization_id: organization('EDB'), weight: 0.5, rule: 'interval' },
        { sha: 'e', organization_id: organization('Percona'), weight: 0.5, rule: 'interval' },
      ].sort(byOrganization),
    ],
  },
});

factTest({
  name: 'knows universities, personal domains and four names of one company',
  given: {
    raw_git_commit: [
      commit('a', 'Ann Andersson', 'ann@cs.uni.ac.uk', '2020-01-01'),
      commit('b', 'Bruce Momjian', 'bruce@momjian.us', '2020-01-01'),
      commit('c', 'Carl Client', 'carl@iobeam.com', '2016-01-01'),
      commit('d', 'Carl Client', 'carl@tigerdata.com', '2025-07-01'),
      commit('e', 'Dora Doe', 'dora@smallshop.example.co.uk', '2020-01-01'),
      commit('f', 'Ed Eastwood', 'ed@smallshop.co.uk', '2020-01-01'),
      commit('g', 'Fay Fisher', 'fay@localhost', '2020-01-01'),
      commit('h', 'Guy Gardner', 'guy@gamil.com', '2020-01-01'),
      commit('i', 'Ida Irving', 'ida@gmaill.com', '2020-01-01'),
      commit('j', 'Joe Jordan', 'joe@gogmail.com', '2020-01-01'),
    ],
  },
  expect: {
    map_domain_organization: [
      { email_domain: 'cs.uni.ac.uk', organization: 'uni.ac.uk', kind: 'academic', rule: 'academic' },
      // Two letters changed places; one letter more; two more are another name.
      { email_domain: 'gamil.com', organization: null, kind: null, rule: 'misspelt' },
      { email_domain: 'gmaill.com', organization: null, kind: null, rule: 'misspelt' },
      { email_domain: 'gogmail.com', organization: 'gogmail.com', kind: 'unknown', rule: 'domain' },
      { email_domain: 'iobeam.com', organization: 'Timescale', kind: 'commercial', rule: 'listed' },
      { email_domain: 'localhost', organization: null, rule: 'no_domain' },
      { email_domain: 'momjian.us', organization: null, rule: 'personal' },
      { email_domain: 'smallshop.co.uk', organization: 'smallshop.co.uk', kind: 'unknown', rule: 'domain' },
      {
        email_domain: 'smallshop.example.co.uk',
        organization: 'example.co.uk',
        kind: 'unknown',
        rule: 'domain',
      },
      { email_domain: 'tigerdata.com', organization: 'Timescale', kind: 'commercial', rule: 'listed' },
    ],
  },
});

factTest({
  name: 'a domain is personal by any name of its one user, and no more once another person writes from it',
  // Gil Garden signs as ggn from gilgarden.at; the name stands at another address. Two people write from bothgarden.at.
  given: {
    raw_git_commit: [
      commit('a', 'ggn', 'g@gilgarden.at', '2020-01-01'),
      commit('b', 'Gil Garden', 'gil@gmail.com', '2020-01-02'),
      commit('c', 'ggn', 'g@bothgarden.at', '2020-01-03'),
      commit('d', 'Hal Hooper', 'hal@bothgarden.at', '2020-01-04'),
    ],
  },
  settings: {
    people: { merges: [['g@gilgarden.at', 'gil@gmail.com', 'g@bothgarden.at']], splits: [], kinds: [] },
  },
  expect: {
    map_domain_organization: [
      { email_domain: 'bothgarden.at', organization: 'bothgarden.at', rule: 'domain' },
      { email_domain: 'gilgarden.at', organization: null, rule: 'personal' },
      { email_domain: 'gmail.com', organization: null, rule: 'public' },
    ],
  },
});

factTest({
  name: 'believes what the user declares before any address',
  given: {
    raw_git_commit: [
      commit('a', 'Ann Andersson', 'ann@percona.com', '2020-01-01'),
      commit('b', 'Ann Andersson', 'ann@percona.com', '2021-01-01'),
    ],
  },
  settings: {
    affiliations: [
      {
        person: 'ann@percona.com',
        organization: 'Acme',
        validFrom: null,
        validTo: '2021-01-01',
        source: 'map.txt line 1',
      },
    ],
  },
  expect: {
    fct_commit_organization: [
      { sha: 'a', organization_id: organization('Acme'), rule: 'declared', weight: 1 },
      { sha: 'b', organization_id: organization('Percona'), rule: 'address', weight: 1 },
    ],
  },
});
