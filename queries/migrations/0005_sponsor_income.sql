-- What GitHub shows of sponsors to the account's own token, or that of an admin, only.

create table raw_github_sponsor_income (
  repo_id bigint not null,
  node_id varchar not null,
  snapshot_date date not null,
  private_sponsor_count integer,
  monthly_income_cents integer
);

comment on table raw_github_sponsor_income is 'one row per account and day on which its own token asked, or that of an admin of the organization: GitHub shows it to nobody else';
comment on column raw_github_sponsor_income.repo_id is 'GitHub''s databaseId of the repository';
comment on column raw_github_sponsor_income.node_id is 'raw_github_account.node_id';
comment on column raw_github_sponsor_income.snapshot_date is 'day by GitHub''s clock';
comment on column raw_github_sponsor_income.private_sponsor_count is 'sponsors that hide; their names are not asked for';
comment on column raw_github_sponsor_income.monthly_income_cents is 'GitHub''s estimate of a month''s income from sponsors, in cents of US dollars';
