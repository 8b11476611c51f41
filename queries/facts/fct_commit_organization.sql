-- table: fct_commit_organization
-- title: Organizations behind commits of the default branch
-- source: metrics.md D1, D2: what is declared, else the address of the commit, else the spans of the person's addresses, else the person's profile on GitHub
-- limits: of the principal author at the author date; a commit without a row is of an organization not known
-- grain: repo_id, sha, organization_id
-- columns:
--   repo_id          BIGINT   key      dim_repo.repo_id
--   sha              VARCHAR  hash     fct_commit.sha
--   person_id        BIGINT   key      fct_commit.principal_person_id
--   organization_id  BIGINT   key      dim_organization.organization_id
--   weight           DOUBLE   commits  1 shared equally among the organizations of a commit
--   rule             VARCHAR  code     declared, address, interval or profile
with
  principals as (
    select
      commits.repo_id,
      commits.sha,
      commits.principal_person_id as person_id,
      coalesce(commits.authored_at, commits.landed_at) as worked_at,
      arg_min(credits.identity_id, (credits.role <> 'author', credits.position)) as identity_id
    from
      fct_commit as commits
      join fct_credit as credits on credits.repo_id = commits.repo_id
      and credits.sha = commits.sha
      and credits.person_id = commits.principal_person_id
    where
      credits.role in ('author', 'co_author', 'committer')
    group by all
  ),
  candidates as (
    select
      principals.repo_id,
      principals.sha,
      principals.person_id,
      spans.organization_id,
      case spans.rule
        when 'declared' then 1
        when 'address' then 3
        else 4
      end as rule_order,
      if(spans.rule = 'address', 'interval', spans.rule) as rule
    from
      principals
      join map_person_organization as spans on spans.person_id = principals.person_id
      and principals.worked_at >= spans.valid_from
      and principals.worked_at < spans.valid_to
    union
    select
      principals.repo_id,
      principals.sha,
      principals.person_id,
      (
        '0x' || left(sha256(concat_ws(chr(0), 'organization', domains.organization)), 13)
      )::bigint,
      2,
      'address'
    from
      principals
      join dim_identity as identities using (identity_id)
      join map_domain_organization as domains on domains.email_domain = lower(split_part(identities.email, '@', -1))
      and principals.worked_at >= domains.valid_from
      and principals.worked_at < domains.valid_to
    where
      domains.organization is not null
  ),
  best_candidates as (
    select
      repo_id,
      sha,
      person_id,
      organization_id,
      rule
    from
      candidates
    qualify
      rule_order = min(rule_order) over (
        partition by
          repo_id,
          sha
      )
  )
select
  repo_id,
  sha,
  person_id,
  organization_id,
  1.0::double / count(*) over (
    partition by
      repo_id,
      sha
  ) as weight,
  rule
from
  best_candidates
