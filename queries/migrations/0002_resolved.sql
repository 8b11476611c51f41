-- Tables that facts are made from beside raw rows: seeds and settings, and what src/resolve answers.
create table map_commit_credit (
  repo_id bigint not null,
  sha varchar not null,
  role varchar not null,
  name varchar not null,
  email varchar not null,
  source varchar not null,
  rule varchar not null,
  convention varchar not null,
  is_agent boolean not null,
  confidence double not null,
  position integer not null,
  span_start integer,
  span_end integer
);

comment on table map_commit_credit is 'one row per person, role and place of a commit''s message that gives credit';
comment on column map_commit_credit.repo_id is 'raw_git_repository.repo_id';
comment on column map_commit_credit.sha is 'raw_git_commit.sha';
comment on column map_commit_credit.role is 'author, co_author, reviewer, acker, reporter, tester, suggester, diagnoser, signer or assist';
comment on column map_commit_credit.name is 'name as the message gives it; empty where there is only an address';
comment on column map_commit_credit.email is 'address as the message gives it; empty where there is only a name';
comment on column map_commit_credit.source is 'trailer or prose';
comment on column map_commit_credit.rule is 'form of words that gives the credit';
comment on column map_commit_credit.convention is '* where it counts everywhere, else the conventions in which it does';
comment on column map_commit_credit.is_agent is 'whether the words say that a coding agent is meant';
comment on column map_commit_credit.confidence is 'how sure the rule is, 0 to 1';
comment on column map_commit_credit.position is 'order of the credit in its message, counted from 1';
comment on column map_commit_credit.span_start is 'first character of the evidence in the message, counted from 0';
comment on column map_commit_credit.span_end is 'character after the evidence';

create table run_credit_rule (
  fingerprint varchar not null
);

comment on table run_credit_rule is 'the rules by which map_commit_credit was read';
comment on column run_credit_rule.fingerprint is 'hash of rules, code and collector; a change makes all messages be read again';

create table run_credit_message (
  repo_id bigint not null,
  sha varchar not null
);

comment on table run_credit_message is 'one row per commit whose message was read for credits; without rows in map_commit_credit it gives none';
comment on column run_credit_message.repo_id is 'raw_git_repository.repo_id';
comment on column run_credit_message.sha is 'raw_git_commit.sha';

create table map_identity_person (
  identity_id bigint not null,
  person_id bigint not null,
  rule varchar not null,
  confidence double not null
);

comment on table map_identity_person is 'one row per identity: the person behind it';
comment on column map_identity_person.identity_id is 'dim_identity.identity_id';
comment on column map_identity_person.person_id is 'dim_person.person_id';
comment on column map_identity_person.rule is 'weakest rule on the strongest way from the person''s first identity to this one; own for the first itself';
comment on column map_identity_person.confidence is 'confidence of that rule, 0 to 1';

create table map_identity_link (
  identity_id bigint not null,
  other_identity_id bigint not null,
  rule varchar not null,
  confidence double not null
);

comment on table map_identity_link is 'one row per pair of identities that a rule takes for one person; below 0.9 it is only a suggestion';
comment on column map_identity_link.identity_id is 'dim_identity.identity_id, the smaller of the two';
comment on column map_identity_link.other_identity_id is 'dim_identity.identity_id, the larger of the two';
comment on column map_identity_link.rule is 'name of the rule';
comment on column map_identity_link.confidence is 'how sure the rule is, 0 to 1';

create table map_identity_kind (
  identity_id bigint not null,
  kind varchar not null,
  rule varchar not null,
  confidence double not null
);

comment on table map_identity_kind is 'one row per identity that is not simply a person''s';
comment on column map_identity_kind.identity_id is 'dim_identity.identity_id';
comment on column map_identity_kind.kind is 'bot, agent, or person where a decision says so against the rules';
comment on column map_identity_kind.rule is 'the rule that hit first';
comment on column map_identity_kind.confidence is 'how sure the rule is, 0 to 1';

create table map_email_domain (
  email_domain varchar not null,
  registrable_domain varchar,
  rule varchar not null,
  confidence double not null
);

comment on table map_email_domain is 'one row per domain of an address: the domain that somebody registered';
comment on column map_email_domain.email_domain is 'part of the address after @, lower case';
comment on column map_email_domain.registrable_domain is 'public suffix and one label; null where the address names no public domain';
comment on column map_email_domain.rule is 'public_suffix, or none where there is no such domain';
comment on column map_email_domain.confidence is '1, or 0 where there is no such domain';

create table map_person_alias (
  old_person_id bigint not null,
  person_id bigint not null
);

comment on table map_person_alias is 'one row per person_id that an earlier build gave out and that is no longer in use; kept for ever';
comment on column map_person_alias.old_person_id is 'person_id of an earlier build';
comment on column map_person_alias.person_id is 'dim_person.person_id that it stands for now';

create table seed_language (
  match_kind varchar not null,
  pattern varchar not null,
  language varchar not null,
  type varchar not null,
  source varchar not null
);

comment on table seed_language is 'one row per file name or extension and the language that it means, from queries/seeds/language.csv';
comment on column seed_language.match_kind is 'filename or extension';
comment on column seed_language.pattern is 'whole file name, or extension with its dot; lower case';
comment on column seed_language.language is 'name of the language as GitHub''s Linguist has it';
comment on column seed_language.type is 'programming, markup, data or prose';
comment on column seed_language.source is 'package that it was taken from, and where we decide between several languages, house';

create table seed_email_domain (
  domain varchar not null,
  kind varchar not null,
  organization varchar,
  valid_from date,
  valid_to date,
  source varchar not null
);

comment on table seed_email_domain is 'one row per domain of addresses that people know something about, from queries/seeds/email_domain.csv';
comment on column seed_email_domain.domain is 'registrable domain, or a whole one that differs from it';
comment on column seed_email_domain.kind is 'public (anybody can have an address there), personal, shared (role or project addresses) or organization';
comment on column seed_email_domain.organization is 'seed_organization.organization; null for other kinds';
comment on column seed_email_domain.valid_from is 'first day on which it meant that organization; null for always';
comment on column seed_email_domain.valid_to is 'day from which it no longer does; null for ever';
comment on column seed_email_domain.source is 'where that can be read';

create table seed_organization (
  organization varchar not null,
  kind varchar not null,
  owner varchar,
  owned_from date,
  source varchar not null
);

comment on table seed_organization is 'one row per company or body that people know something about, from queries/seeds/organization.csv';
comment on column seed_organization.organization is 'its name';
comment on column seed_organization.kind is 'commercial, academic, foundation or government';
comment on column seed_organization.owner is 'name of the organization that owns it; null for none known';
comment on column seed_organization.owned_from is 'first day of that ownership';
comment on column seed_organization.source is 'where that can be read';

create table seed_affiliation (
  person varchar not null,
  organization varchar not null,
  valid_from date,
  valid_to date,
  source varchar not null
);

comment on table seed_affiliation is 'one row per span in which somebody worked for an organization, from the user''s files';
comment on column seed_affiliation.person is 'address or name, lower case';
comment on column seed_affiliation.organization is 'name of the organization';
comment on column seed_affiliation.valid_from is 'first day; null for always';
comment on column seed_affiliation.valid_to is 'day after the last; null for still';
comment on column seed_affiliation.source is 'the file and line that says so';

create table seed_bot (
  match_kind varchar not null,
  value varchar not null,
  source varchar not null
);

comment on table seed_bot is 'one row per account that is known to be a machine, from queries/seeds/bot.csv';
comment on column seed_bot.match_kind is 'login, name or email';
comment on column seed_bot.value is 'what to compare with, lower case';
comment on column seed_bot.source is 'where that can be read';

create table seed_agent (
  match_kind varchar not null,
  value varchar not null,
  source varchar not null
);

comment on table seed_agent is 'one row per address or account that is known to be a coding agent''s, from queries/seeds/agent.csv';
comment on column seed_agent.match_kind is 'login or email';
comment on column seed_agent.value is 'what to compare with, lower case';
comment on column seed_agent.source is 'where that can be read';

create table seed_scope (
  ecosystem varchar not null,
  project varchar not null,
  rule varchar not null,
  value varchar not null
);

comment on table seed_scope is 'one row per statement of understory.yml about which repositories a project has';
comment on column seed_scope.ecosystem is 'name of the ecosystem';
comment on column seed_scope.project is 'name of the project';
comment on column seed_scope.rule is 'repository, path, include or exclude';
comment on column seed_scope.value is 'owner/name in lower case, real path, or owner in lower case for include';

create table seed_credit_rule (
  kind varchar not null,
  phrase varchar not null,
  role varchar,
  confidence double,
  convention varchar not null,
  source varchar not null
);

comment on table seed_credit_rule is 'one row per word or phrase by which messages give credit, from queries/seeds/credit_rule.csv';
comment on column seed_credit_rule.kind is 'part that the phrase plays in the grammar';
comment on column seed_credit_rule.phrase is 'the words, lower case';
comment on column seed_credit_rule.role is 'role that they give; null where they give none';
comment on column seed_credit_rule.confidence is 'how sure that is, 0 to 1; null where it is no credit';
comment on column seed_credit_rule.convention is '* where it holds everywhere, else the conventions in which it does';
comment on column seed_credit_rule.source is 'where it was seen';
