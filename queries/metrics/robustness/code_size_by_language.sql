-- metric: code_size_by_language
-- id: C15
-- title: Size by language
-- question: How large is the code, in which languages, and how long do files get?
-- family: robustness
-- status: experimental
-- source: files at the head; languages by GitHub's Linguist
-- needs: git
-- grain: scope_id, rank
-- window: all
-- params:
--   scope_ids  BIGINT[]  required  scopes to answer for
-- columns:
--   scope_id            BIGINT   key     dim_scope.scope_id
--   rank                INTEGER  number  place by line_count
--   language            VARCHAR  name    language; `unknown` where the name of the file tells none
--   file_count          BIGINT   files   code files at the head
--   line_count          BIGINT   lines   lines of these files
--   line_share          DOUBLE   share   share of the lines of all code files of the scope
--   test_line_count     BIGINT   lines   lines of test files in the same language
--   median_line_count   DOUBLE   lines   lines of the file in the middle
--   longest_line_count  BIGINT   lines   lines of the longest file
--   longest_path        VARCHAR  path    its path
-- limits: lines of all kinds, blank ones and comments included; without vendored, generated and translated files. Of the collected head, whatever the date.
with
  languages as (
    select
      scope_id,
      coalesce(language, 'unknown') as language,
      count_if(file_class = 'code')::bigint as file_count,
      coalesce(
        sum(line_count) filter(
          where
            file_class = 'code'
        ),
        0
      )::bigint as line_count,
      coalesce(
        sum(line_count) filter(
          where
            file_class = 'test'
        ),
        0
      )::bigint as test_line_count,
      median(line_count) filter(
        where
          file_class = 'code'
      ) as median_line_count,
      max(line_count) filter(
        where
          file_class = 'code'
      )::bigint as longest_line_count,
      arg_min(path, (- line_count, repo_id, path)) filter(
        where
          file_class = 'code'
          and line_count is not null
      ) as longest_path
    from
      map_scope_repo
      join fct_head_file using (repo_id)
    where
      list_contains($scope_ids::bigint[], scope_id)
      and file_class in ('code', 'test')
    group by
      scope_id,
      coalesce(language, 'unknown')
  )
select
  scope_id,
  (
    row_number() over (
      partition by
        scope_id
      order by
        line_count desc,
        test_line_count desc,
        language
    )
  )::integer as rank,
  language,
  file_count,
  line_count,
  line_count / nullif(
    sum(line_count) over (
      partition by
        scope_id
    ),
    0
  ) as line_share,
  test_line_count,
  median_line_count,
  longest_line_count,
  longest_path
from
  languages
order by
  scope_id,
  rank
