-- metric: truck_factor_people
-- id: C1
-- title: People of the truck factor
-- question: Whose leaving would cost the project its knowledge of the code, and how far does each one's leaving reach?
-- family: robustness
-- status: experimental
-- source: Avelino, Passos, Hora, Valente, "A Novel Approach for Estimating Truck Factors", ICPC 2016
-- needs: git
-- grain: scope_id, rank
-- window: all
-- params:
--   scope_ids        BIGINT[]     required                   scopes to answer for
--   to               TIMESTAMPTZ  required                   only commits that landed before this instant count
--   population       VARCHAR      default=lines lines|paper  `lines`: line work by its principal author; `paper`: all commits but merges, people told apart by the git author's name, for comparison with published values
--   inactive_months  INTEGER      default=12 1..1200         months without a contribution after which somebody counts as gone
-- columns:
--   scope_id              BIGINT       key     dim_scope.scope_id
--   rank                  INTEGER      number  place by authored_file_count, 1 for the most; people leave in this order
--   person_id             BIGINT       key     dim_person.person_id; null in population `paper`
--   name                  VARCHAR      name    dim_person.name; in population `paper` the normalised git author name
--   authored_file_count   BIGINT       files   code files of which the person is an author
--   authored_file_share   DOUBLE       share   the same as a share of all code files
--   remaining_file_share  DOUBLE       share   code files that still have an author after this person and all before have left
--   is_in_truck_factor    BOOLEAN      flag    whether the person is one of those whose leaving takes the covered share below one half
--   last_contribution_at  TIMESTAMPTZ  date    author date of the newest commit that credits the person in any role but signer
--   is_active             BOOLEAN      flag    whether last_contribution_at lies within inactive_months before the end
-- limits: as truck_factor. Activity is what git shows: somebody who only reviews on the forge or answers mail reads as gone.
with
  file_authors as (
    select
      scope_id,
      file_id,
      author_id
    from
      file_author (
        scope_ids := $scope_ids::bigint[],
        until := $to::timestamptz,
        population := $population::varchar,
        half_life_days := null
      )
  ),
  ranked_people as (
    select
      scope_id,
      author_id,
      count(*) as authored_file_count,
      row_number() over (
        partition by
          scope_id
        order by
          count(*) desc,
          author_id
      ) as rank
    from
      file_authors
    where
      author_id is not null
    group by
      scope_id,
      author_id
  ),
  last_authors as (
    select
      scope_id,
      max(rank) as rank
    from
      file_authors
      join ranked_people using (scope_id, author_id)
    group by
      scope_id,
      file_id
  ),
  covered_files as (
    select
      scope_id,
      rank,
      count(last_authors.rank) as lost_file_count,
      sum(count(last_authors.rank)) over (
        partition by
          scope_id
        order by
          rank desc
      ) as covered_file_count
    from
      ranked_people
      left join last_authors using (scope_id, rank)
    group by
      scope_id,
      rank
  ),
  contributors as (
    select
      scope_id,
      case $population::varchar
        when 'paper' then (
          '0x' || left(
            sha256(lower(strip_accents(regexp_replace(trim(author_name), '\s+', ' ', 'g')))),
            13
          )
        )::bigint
        else fct_credit.person_id
      end as author_id,
      if(
        $population::varchar = 'paper',
        min(lower(strip_accents(regexp_replace(trim(author_name), '\s+', ' ', 'g')))),
        null
      ) as author_name,
      max(authored_at) as last_contribution_at
    from
      map_scope_repo
      join fct_commit using (repo_id)
      left join fct_credit on $population::varchar = 'lines'
      and fct_credit.repo_id = fct_commit.repo_id
      and fct_credit.sha = fct_commit.sha
      and role <> 'signer'
    where
      list_contains($scope_ids::bigint[], scope_id)
      and landed_at < $to::timestamptz
    group by
      1,
      2
  )
select
  scope_id,
  rank::integer as rank,
  person_id,
  coalesce(author_name, name) as name,
  authored_file_count,
  authored_file_count / file_count as authored_file_share,
  (covered_file_count - lost_file_count) / file_count as remaining_file_share,
  covered_file_count >= 0.5 * file_count as is_in_truck_factor,
  last_contribution_at,
  last_contribution_at >= $to::timestamptz - to_months($inactive_months::integer) as is_active
from
  ranked_people
  join covered_files using (scope_id, rank)
  join (
    select
      scope_id,
      count(distinct file_id) as file_count
    from
      file_authors
    group by
      scope_id
  ) using (scope_id)
  left join contributors using (scope_id, author_id)
  left join dim_person on $population::varchar = 'lines'
  and person_id = author_id
order by
  scope_id,
  rank
