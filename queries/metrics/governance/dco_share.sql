-- metric: dco_share
-- id: F5
-- title: Signed-off commits
-- question: How many commits carry their author's sign-off, by which a project documents where its code comes from?
-- family: governance
-- status: experimental
-- source: Developer Certificate of Origin 1.1; `Signed-off-by` lines
-- needs: git
-- grain: scope_id
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id                   BIGINT   key      dim_scope.scope_id
--   commit_count               BIGINT   commits  commits of the window that are work, each hash once
--   signed_off_commit_count    BIGINT   commits  of these that are signed off by git's author or the principal author
--   signed_off_share           DOUBLE   share    signed_off_commit_count over commit_count
--   other_signed_commit_count  BIGINT   commits  of these that only somebody else has signed off
--   contributing_mentions_dco  BOOLEAN  flag     whether a contributing document speaks of the certificate or of signing off; null without such a document
-- limits: a sign-off is a statement, not a check of it. Agreements that are signed elsewhere leave no trace in git.
with
  windowed_commits as (
    select distinct
      scope_id,
      sha,
      fct_commit.person_id,
      principal_person_id
    from
      map_scope_repo
      join fct_commit using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at >= $from::timestamptz
      and landed_at < $to::timestamptz
      and is_work
  ),
  signed_commits as (
    select
      scope_id,
      windowed_commits.sha,
      coalesce(
        bool_or(
          signers.person_id in (windowed_commits.person_id, windowed_commits.principal_person_id)
        ),
        false
      ) as is_by_author
    from
      windowed_commits
      join fct_credit as signers on signers.sha = windowed_commits.sha
      and signers.role = 'signer'
    group by
      scope_id,
      windowed_commits.sha
  ),
  mentions as (
    select
      scope_id,
      bool_or(
        regexp_matches(text, '(?i)signed-off-by|developer certificate of origin|sign[- ]?off')
      ) as has_mention
    from
      map_scope_repo
      join fct_document using (repo_id)
    where
      kind = 'contributing'
    group by
      scope_id
  )
select
  scope_id,
  count(distinct sha) as commit_count,
  count(distinct sha) filter(
    where
      is_by_author
  ) as signed_off_commit_count,
  signed_off_commit_count / commit_count as signed_off_share,
  count(distinct sha) filter(
    where
      not is_by_author
  ) as other_signed_commit_count,
  has_mention as contributing_mentions_dco
from
  windowed_commits
  left join signed_commits using (scope_id, sha)
  left join mentions using (scope_id)
group by
  scope_id,
  has_mention
order by
  scope_id
