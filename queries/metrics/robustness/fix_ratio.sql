-- metric: fix_ratio
-- id: C11
-- title: Share of fixes
-- question: How much of the work repairs something?
-- family: robustness
-- status: experimental
-- source: subject words, closing keywords and back-patch lines of commit messages
-- needs: git
-- grain: scope_id
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id                BIGINT  key      dim_scope.scope_id
--   commit_count            BIGINT  commits  commits of the window that are work, each hash once
--   fix_commit_count        BIGINT  commits  of these that say they fix something; the sum of the next three
--   subject_commit_count    BIGINT  commits  by a word of the subject, such as fix, bug or crash, but not typos, comments or layout
--   closes_commit_count     BIGINT  commits  by a line that fixes or closes an issue
--   backpatch_commit_count  BIGINT  commits  by a line that names the release to back-patch to
--   fix_share               DOUBLE  share    fix_commit_count over commit_count
--   previous_fix_share      DOUBLE  share    the same in the window of the same length before; null without commits there
-- limits: style of writing matters more than quality: compare a project only with itself. A commit that says nothing is no fix here.
with
  commits as (
    select
      scope_id,
      sha,
      landed_at >= $from::timestamptz as is_current,
      min(fix_rule) as fix_rule
    from
      map_scope_repo
      join fct_commit using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at >= $from::timestamptz - age($to::timestamptz, $from::timestamptz)
      and landed_at < $to::timestamptz
      and is_work
    group by
      scope_id,
      sha,
      is_current
  )
select
  scope_id,
  count_if(is_current)::bigint as commit_count,
  count_if(
    is_current
    and fix_rule is not null
  )::bigint as fix_commit_count,
  count_if(
    is_current
    and fix_rule = 'subject'
  )::bigint as subject_commit_count,
  count_if(
    is_current
    and fix_rule = 'closes'
  )::bigint as closes_commit_count,
  count_if(
    is_current
    and fix_rule = 'backpatch'
  )::bigint as backpatch_commit_count,
  fix_commit_count / commit_count as fix_share,
  count_if(
    not is_current
    and fix_rule is not null
  ) / nullif(count_if(not is_current), 0) as previous_fix_share
from
  commits
group by
  scope_id
having
  count_if(is_current) > 0
order by
  scope_id
