-- table: file_author
-- title: Code files that are there at an instant, with their authors
-- source: degree of authorship by Avelino, Passos, Hora, Valente, "A Novel Approach for Estimating Truck Factors", ICPC 2016
-- limits: line work by its principal author makes authors; work of unknown people counts against those who are known
-- grain: scope_id, file_id, author_id
-- params:
--   scope_ids       BIGINT[]     required  scopes to answer for
--   until           TIMESTAMPTZ  required  only commits that landed before this instant count
--   population      VARCHAR      required  `lines`: line work by its principal author; `paper`: all commits but merges, people told apart by the git author's name
--   half_life_days  DOUBLE       required  days after which a change weighs half; null: changes do not fade
-- columns:
--   scope_id         BIGINT       key   dim_scope.scope_id
--   repo_id          BIGINT       key   dim_repo.repo_id
--   file_id          BIGINT       key   fct_file.file_id
--   last_changed_at  TIMESTAMPTZ  date  when the newest change that counts landed
--   author_id        BIGINT       key   dim_person.person_id, in `paper` a hash of the name; null in the one row of a file without authors
with
  changes as (
    select
      scope_id,
      repo_id,
      file_id,
      change,
      generation,
      landed_at,
      if(
        half_life_days::double > 0,
        0.5 ** (date_diff('day', landed_at, until::timestamptz) / half_life_days::double),
        1.0
      ) as weight,
      landed_at is not null
      and change <> 'deleted'
      and case population::varchar
        when 'paper' then not is_merge
        when 'lines' then is_line_work
        else error('population is `lines` or `paper`')
      end as is_counted,
      case population::varchar
        when 'paper' then (
          '0x' || left(
            sha256(lower(strip_accents(regexp_replace(trim(author_name), '\s+', ' ', 'g')))),
            13
          )
        )::bigint
        else principal_person_id
      end as author_id
    from
      map_scope_repo
      join fct_file using (repo_id)
      left join fct_file_change using (repo_id, file_id)
      left join fct_commit using (repo_id, sha)
    where
      list_contains(scope_ids::bigint[], scope_id)
      and file_class = 'code'
      and coalesce(landed_at < until::timestamptz, true)
  ),
  present_files as (
    select
      scope_id,
      repo_id,
      file_id,
      max(landed_at) filter(
        where
          is_counted
      ) as last_changed_at
    from
      changes
    group by
      scope_id,
      repo_id,
      file_id
    having
      coalesce(
        max(generation) filter(
          where
            change <> 'deleted'
        ),
        0
      ) >= coalesce(
        max(generation) filter(
          where
            change = 'deleted'
        ),
        0
      )
  ),
  people as (
    select
      scope_id,
      file_id,
      author_id,
      coalesce(
        sum(weight) filter(
          where
            change <> 'added'
        ),
        0
      ) as delivery_weight,
      3.293 + 1.098 * max((change = 'added')::integer) + 0.164 * delivery_weight - 0.321 * ln(
        1 + sum(delivery_weight) over (
          partition by
            scope_id,
            file_id
        ) - delivery_weight
      ) as degree
    from
      changes
      semi join present_files using (scope_id, file_id)
    where
      is_counted
    group by
      scope_id,
      file_id,
      author_id
  ),
  authors as (
    select
      scope_id,
      file_id,
      author_id
    from
      people
    where
      author_id is not null
    qualify
      degree >= 3.293
      and degree / max(degree) over (
        partition by
          scope_id,
          file_id
      ) > 0.75
  )
select
  scope_id,
  repo_id,
  file_id,
  last_changed_at,
  author_id
from
  present_files
  left join authors using (scope_id, file_id)
