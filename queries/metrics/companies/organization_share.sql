-- metric: organization_share
-- id: D3, D6
-- title: Share of work by organization
-- question: Which organizations do the work, how large may their shares be given what is not known, and how did they change?
-- family: companies
-- status: experimental
-- source: CHAOSS metric "Organizational Diversity"; bounds by giving all unknown commits to others, and to the organization
-- needs: git
-- grain: scope_id, rank
-- params:
--   scope_ids          BIGINT[]     required                 scopes to answer for
--   from               TIMESTAMPTZ  required                 start of the window
--   to                 TIMESTAMPTZ  required                 end of the window, exclusive
--   ownership_view     VARCHAR      default=then then|today  `then`: organizations as they were; `today`: under the owner that they have today
--   max_unknown_share  DOUBLE       default=0.4 0..1         where more is unknown, only bounds are given
-- columns:
--   scope_id               BIGINT   key      dim_scope.scope_id
--   rank                   INTEGER  number   place by commit_count; the row for unknown comes last
--   organization_id        BIGINT   key      dim_organization.organization_id; null for unknown
--   organization           VARCHAR  name     its name; `unknown` for commits whose organization nobody knows
--   kind                   VARCHAR  word     dim_organization.kind
--   commit_count           DOUBLE   commits  commits of the window that are work, each hash once; one by somebody of two organizations is half a commit for each
--   person_count           BIGINT   people   principal authors of these commits
--   added_line_count       DOUBLE   lines    lines of code and tests that these commits add, shared in the same way; line work only
--   commit_share           DOUBLE   share    share of all commits, unknown ones included; null where more than max_unknown_share is unknown
--   commit_share_low       DOUBLE   share    the same if no unknown commit is theirs
--   commit_share_high      DOUBLE   share    the same if all unknown commits are theirs
--   commit_known_share     DOUBLE   share    share of the scope's commits whose organization is known
--   previous_commit_share  DOUBLE   share    commit_share in the window of the same length before; null where nothing happened or too much is unknown
--   is_rank_certain        BOOLEAN  flag     whether unknown commits can't change the order with the next organization; null for the last one and for unknown
-- limits: companies are inferred: from what your files declare, else from work addresses at the time, else from the company in a GitHub profile, for the twelve months before it was read; a private address tells none. Each commit counts for its principal author, whatever its size.
with
  commits as (
    select
      scope_id,
      sha,
      landed_at >= $from::timestamptz as is_current,
      min(repo_id) as repo_id,
      min(principal_person_id) as person_id
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
  ),
  commit_lines as (
    select
      scope_id,
      repo_id,
      sha,
      sum(fct_commit_file.added_line_count) as added_line_count
    from
      commits
      join fct_commit using (repo_id, sha)
      join fct_commit_file using (repo_id, sha)
    where
      is_current
      and is_line_work
      and file_class in ('code', 'test')
    group by
      scope_id,
      repo_id,
      sha
  ),
  commit_organizations as (
    select
      repo_id,
      sha,
      weight,
      if(
        $ownership_view::varchar = 'today',
        coalesce(owner_organization_id, organization_id),
        organization_id
      ) as organization_id
    from
      fct_commit_organization
      left join dim_organization using (organization_id)
  ),
  organization_commits as (
    select
      scope_id,
      organization_id,
      coalesce(
        round(
          sum(coalesce(weight, 1)) filter(
            where
              is_current
          ),
          6
        ),
        0
      ) as commit_count,
      coalesce(
        round(
          sum(coalesce(weight, 1)) filter(
            where
              not is_current
          ),
          6
        ),
        0
      ) as previous_commit_count,
      count(distinct person_id) filter(
        where
          is_current
      ) as person_count,
      coalesce(
        round(
          sum(added_line_count * coalesce(weight, 1)) filter(
            where
              is_current
          ),
          6
        ),
        0
      ) as added_line_count
    from
      commits
      left join commit_organizations using (repo_id, sha)
      left join commit_lines using (scope_id, repo_id, sha)
    group by
      scope_id,
      organization_id
  ),
  compared_organizations as (
    select
      scope_id,
      organization_id,
      commit_count,
      previous_commit_count,
      person_count,
      added_line_count,
      sum(commit_count) over scope as scope_commit_count,
      sum(previous_commit_count) over scope as scope_previous_count,
      sum(if(organization_id is null, commit_count, 0)) over scope as unknown_count,
      sum(if(organization_id is null, previous_commit_count, 0)) over scope as unknown_previous_count
    from
      organization_commits
    window
      scope as (
        partition by
          scope_id
      )
  )
select
  scope_id,
  row_number() over largest_first::integer as rank,
  organization_id,
  if(organization_id is null, 'unknown', name) as organization,
  coalesce(kind, 'unknown') as kind,
  commit_count,
  person_count,
  added_line_count,
  if(
    unknown_count > $max_unknown_share::double * scope_commit_count,
    null,
    commit_count / scope_commit_count
  ) as commit_share,
  commit_count / scope_commit_count as commit_share_low,
  if(organization_id is null, commit_count, commit_count + unknown_count) / scope_commit_count as commit_share_high,
  1 - unknown_count / scope_commit_count as commit_known_share,
  if(
    unknown_previous_count > $max_unknown_share::double * scope_previous_count,
    null,
    previous_commit_count / nullif(scope_previous_count, 0)
  ) as previous_commit_share,
  if(
    organization_id is null
    or lead(organization_id) over largest_first is null,
    null,
    commit_count > lead(commit_count) over largest_first + unknown_count
  ) as is_rank_certain
from
  compared_organizations
  left join dim_organization using (organization_id)
where
  commit_count > 0
window
  largest_first as (
    partition by
      scope_id
    order by
      organization_id is null,
      commit_count desc,
      organization_id
  )
order by
  scope_id,
  rank
