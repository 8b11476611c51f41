-- metric: test_to_code_ratio
-- id: C14
-- title: Tests beside code
-- question: How much test code stands beside the code, and do changes bring tests with them?
-- family: robustness
-- status: experimental
-- source: house rule, since coverage can't be read from history
-- needs: git
-- grain: scope_id
-- params:
--   scope_ids  BIGINT[]     required  scopes to answer for
--   from       TIMESTAMPTZ  required  start of the window
--   to         TIMESTAMPTZ  required  end of the window, exclusive
-- columns:
--   scope_id                      BIGINT  key      dim_scope.scope_id
--   code_line_count               BIGINT  lines    lines of code files at the head
--   test_line_count               BIGINT  lines    lines of test files at the head; expected output is generated and not in it
--   test_to_code_ratio            DOUBLE  ratio    test_line_count over code_line_count
--   code_commit_count             BIGINT  commits  commits of the window that are line work and change code
--   tested_commit_count           BIGINT  commits  of these that change a test as well
--   tested_commit_share           DOUBLE  share    tested_commit_count over code_commit_count; null without such commits
--   previous_tested_commit_share  DOUBLE  share    the same in the window of the same length before
-- limits: counts lines, not what they test. Tests that live inside code files read as code. Sizes are those of the collected head.
with
  head_lines as (
    select
      scope_id,
      coalesce(
        sum(line_count) filter(
          where
            file_class = 'code'
        ),
        0
      )::bigint as code_line_count,
      coalesce(
        sum(line_count) filter(
          where
            file_class = 'test'
        ),
        0
      )::bigint as test_line_count
    from
      map_scope_repo
      join fct_head_file using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and file_class in ('code', 'test')
    group by
      scope_id
  ),
  changed_classes as (
    select
      scope_id,
      sha,
      landed_at >= $from::timestamptz as is_current,
      bool_or(file_class = 'code') as has_code,
      bool_or(file_class = 'test') as has_test
    from
      map_scope_repo
      join fct_commit using (repo_id)
      join fct_commit_file using (repo_id, sha)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at >= $from::timestamptz - age($to::timestamptz, $from::timestamptz)
      and landed_at < $to::timestamptz
      and is_line_work
    group by
      scope_id,
      sha,
      is_current
  ),
  tested_commits as (
    select
      scope_id,
      count_if(is_current)::bigint as code_commit_count,
      count_if(
        is_current
        and has_test
      )::bigint as tested_commit_count,
      count_if(
        not is_current
        and has_test
      ) / nullif(count_if(not is_current), 0) as previous_tested_commit_share
    from
      changed_classes
    where
      has_code
    group by
      scope_id
  )
select
  scope_id,
  code_line_count,
  test_line_count,
  test_line_count / nullif(code_line_count, 0) as test_to_code_ratio,
  coalesce(code_commit_count, 0)::bigint as code_commit_count,
  coalesce(tested_commit_count, 0)::bigint as tested_commit_count,
  tested_commit_count / nullif(code_commit_count, 0) as tested_commit_share,
  previous_tested_commit_share
from
  head_lines
  full join tested_commits using (scope_id)
order by
  scope_id
