-- metric: truck_factor
-- id: C1
-- title: Truck factor
-- question: How few people can leave before more than half of the code files have no author left?
-- family: robustness
-- status: experimental
-- source: Avelino, Passos, Hora, Valente, "A Novel Approach for Estimating Truck Factors", ICPC 2016
-- needs: git
-- grain: scope_id
-- window: all
-- params:
--   scope_ids    BIGINT[]     required                   scopes to answer for
--   to           TIMESTAMPTZ  required                   only commits that landed before this instant count
--   population   VARCHAR      default=lines lines|paper  `lines`: line work by its principal author; `paper`: all commits but merges, people told apart by the git author's name, for comparison with published values
--   margin       DOUBLE       default=0.03 0..1          how near to one half a coverage must be for the answer to be uncertain
--   prune_share  DOUBLE       default=0.1 0..1           who has less than this share of the first one's files drops out of the pruned factor
-- columns:
--   scope_id               BIGINT   key     dim_scope.scope_id
--   file_count             BIGINT   files   code files
--   authorless_file_count  BIGINT   files   of these without any author: nobody reaches the threshold of authorship
--   author_count           BIGINT   people  people who are an author of at least one of these files
--   truck_factor           INTEGER  people  smallest number of people whose leaving takes the covered share below one half; null where no file has an author
--   truck_factor_low       INTEGER  people  the same for one half plus the margin
--   truck_factor_high      INTEGER  people  the same for one half minus the margin
--   truck_factor_pruned    INTEGER  people  truck_factor without people who have few files, as the reference tool prints it
--   covered_file_share     DOUBLE   share   files that have an author
--   previous_file_share    DOUBLE   share   files that still have an author after truck_factor - 1 people have left
--   remaining_file_share   DOUBLE   share   files that still have an author after truck_factor people have left
-- limits: authorship does not fade, so somebody who left ten years ago still counts (see knowledge_loss). Review and design work is invisible.
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
      count(*) as person_file_count,
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
  removals as (
    select
      scope_id,
      person_file_count,
      max(person_file_count) over (
        partition by
          scope_id
      ) as top_file_count,
      count(last_authors.rank) as lost_file_count,
      sum(count(last_authors.rank)) over (
        partition by
          scope_id
        order by
          ranked_people.rank desc
      ) as covered_file_count
    from
      ranked_people
      left join last_authors using (scope_id, rank)
    group by
      scope_id,
      ranked_people.rank,
      person_file_count
  )
select
  scope_id,
  file_count,
  file_count - coalesce(sum(lost_file_count), 0)::bigint as authorless_file_count,
  count(person_file_count) as author_count,
  case
    when author_count > 0 then count(*) filter(
      where
        covered_file_count >= 0.5 * file_count
    )
  end::integer as truck_factor,
  case
    when author_count > 0 then count(*) filter(
      where
        covered_file_count >= (0.5 + $margin::double) * file_count
    )
  end::integer as truck_factor_low,
  case
    when author_count > 0 then count(*) filter(
      where
        covered_file_count >= (0.5 - $margin::double) * file_count
    )
  end::integer as truck_factor_high,
  case
    when author_count > 0 then count(*) filter(
      where
        covered_file_count >= 0.5 * file_count
        and person_file_count >= $prune_share::double * top_file_count
    )
  end::integer as truck_factor_pruned,
  coalesce(max(covered_file_count), 0) / file_count as covered_file_share,
  min(covered_file_count) filter(
    where
      covered_file_count >= 0.5 * file_count
  ) / file_count as previous_file_share,
  min(covered_file_count - lost_file_count) filter(
    where
      covered_file_count >= 0.5 * file_count
  ) / file_count as remaining_file_share
from
  (
    select
      scope_id,
      count(distinct file_id) as file_count
    from
      file_authors
    group by
      scope_id
  )
  left join removals using (scope_id)
group by
  scope_id,
  file_count
order by
  scope_id
