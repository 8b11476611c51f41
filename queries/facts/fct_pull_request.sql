-- table: fct_pull_request
-- title: Pull requests
-- source: metrics.md B4, B5, B8, B9
-- limits: the author's association is that of the day of collection; a change that was applied by hand is only known where a commit cites the number or is the newest commit of the branch
-- grain: repo_id, node_id
-- columns:
--   repo_id                    BIGINT       key       dim_repo.repo_id
--   node_id                    VARCHAR      key       GitHub's id of the node
--   number                     INTEGER      number    number in the repository
--   title                      VARCHAR      text      title
--   state                      VARCHAR      code      open, closed or merged
--   is_draft                   BOOLEAN      flag      whether it is a draft
--   author_account_id          BIGINT       key       dim_account.account_id as collected; null for a deleted account
--   author_person_id           BIGINT       key       dim_person.person_id; null where nobody is known
--   author_kind                VARCHAR      code      person, bot, agent, organization or ghost
--   author_association         VARCHAR      code      GitHub's word for the author's tie to the repository, as of today
--   author_group               VARCHAR      code      member (owner, member or collaborator), contributor (has landed a change) or outsider
--   created_at                 TIMESTAMPTZ  instant   when it was opened
--   updated_at                 TIMESTAMPTZ  instant   when it was last changed
--   closed_at                  TIMESTAMPTZ  instant   when it was closed or merged last; null while it is open
--   first_closed_at            TIMESTAMPTZ  instant   when it was closed or merged for the first time
--   closed_by_account_id       BIGINT       key       dim_account.account_id of whoever closed or merged it last
--   closed_by_person_id        BIGINT       key       dim_person.person_id of whoever closed or merged it last
--   is_closed_by_bot           BOOLEAN      flag      whether a machine closed or merged it last; null where nothing says
--   merged_at                  TIMESTAMPTZ  instant   when it was merged; null where it was not
--   merged_by_account_id       BIGINT       key       dim_account.account_id of whoever merged it
--   merged_by_person_id        BIGINT       key       dim_person.person_id of whoever merged it
--   merged_by_kind             VARCHAR      code      person, bot, agent, organization or ghost; null where it was not merged
--   merge_commit_sha           VARCHAR      hash      commit that the merge made
--   landed_sha                 VARCHAR      hash      of one closed without a merge, the commit of the default branch that cites it or is its newest commit
--   head_sha                   VARCHAR      hash      newest commit of its branch
--   base_ref                   VARCHAR      text      branch that it is for
--   is_from_fork               BOOLEAN      flag      whether its branch is in another repository
--   first_response_at          TIMESTAMPTZ  instant   first thing that another person said or did about it
--   first_response_account_id  BIGINT       key       dim_account.account_id of that person
--   first_response_person_id   BIGINT       key       dim_person.person_id of that person
--   first_member_response_at   TIMESTAMPTZ  instant   the first by an owner, member or collaborator
--   first_review_at            TIMESTAMPTZ  instant   first review or comment on code by another person
--   review_count               INTEGER      reviews   reviews by other people
--   reviewer_count             INTEGER      people    other people who reviewed or commented on code
--   linked_issue_numbers       INTEGER[]    number    issues that it closes
--   additions                  INTEGER      lines     lines added
--   deletions                  INTEGER      lines     lines deleted
--   changed_file_count         INTEGER      files     files changed
--   commit_count               INTEGER      commits   commits of its branch
--   comment_count              INTEGER      comments  comments as GitHub counts them, those on code included
--   label_names                VARCHAR[]    text      labels of now
--   fetched_at                 TIMESTAMPTZ  instant   when GitHub said so
with
  -- Each body is parsed once for all that is asked of it.
  pulls as materialized (
    select
      repo_id,
      node_id,
      number,
      title,
      state,
      is_draft,
      author_account_id,
      author_association,
      merged_by_account_id,
      merge_commit_sha,
      head_sha,
      base_ref,
      is_from_fork,
      label_names,
      linked_issue_numbers,
      additions,
      deletions,
      changed_file_count,
      commit_count,
      comment_count,
      created_at,
      updated_at,
      closed_at,
      merged_at,
      fetched_at
    from
      stg_github__pull_request
  ),
  responses as (
    select
      repo_id,
      item_node_id,
      arg_min(struct_pack(responded_at, account_id, person_id), (responded_at, node_id)) as first_response,
      min(responded_at) filter(
        where
          is_by_member
      ) as first_member_response_at,
      min(responded_at) filter(
        where
          response_kind in ('review', 'review_comment')
      ) as first_review_at,
      count(*) filter(
        where
          response_kind = 'review'
      ) as review_count,
      count(distinct person_id) filter(
        where
          response_kind in ('review', 'review_comment')
      ) as reviewer_count
    from
      fct_response
    group by
      repo_id,
      item_node_id
  ),
  closings as (
    select
      repo_id,
      item_node_id,
      min(closed_at) as first_closed_at,
      arg_max(
        struct_pack(
          account_id := closed_by_account_id,
          person_id := closed_by_person_id,
          kind := closed_by_kind
        ),
        span_number
      ) as last_closing
    from
      fct_open_span
    where
      closed_at is not null
    group by
      repo_id,
      item_node_id
  ),
  citations as (
    select
      repo_id,
      sha,
      unnest(regexp_extract_all(message, '(?:^|[\s(\[,:])#([0-9]{1,9})\b', 1))::integer as number
    from
      stg_git__commit
    where
      is_on_default_branch
      and contains(message, '#')
  ),
  landing_commits as (
    select
      repo_id,
      node_id,
      head_sha as sha,
      created_at,
      false as is_citation
    from
      pulls
    where
      state = 'CLOSED'
    union
    select
      pulls.repo_id,
      pulls.node_id,
      citations.sha,
      pulls.created_at,
      true
    from
      pulls
      join citations using (repo_id, number)
    where
      pulls.state = 'CLOSED'
  ),
  landings as (
    select
      commits.repo_id,
      commits.node_id,
      arg_min(commits.sha, (dates.committed_at, commits.sha)) as landed_sha
    from
      landing_commits as commits
      join fct_commit_date as dates on dates.repo_id = commits.repo_id
      and dates.sha = commits.sha
      and dates.is_on_default_branch
    where
      not commits.is_citation
      or dates.committed_at >= commits.created_at
    group by
      commits.repo_id,
      commits.node_id
  )
select
  pulls.repo_id,
  pulls.node_id,
  pulls.number,
  pulls.title,
  lower(pulls.state) as state,
  coalesce(pulls.is_draft, false) as is_draft,
  pulls.author_account_id,
  items.author_person_id,
  items.author_kind,
  pulls.author_association,
  items.author_group,
  pulls.created_at,
  pulls.updated_at,
  pulls.closed_at,
  closings.first_closed_at,
  if(pulls.closed_at is null, null, last_closing.account_id) as closed_by_account_id,
  if(pulls.closed_at is null, null, last_closing.person_id) as closed_by_person_id,
  if(pulls.closed_at is null, null, last_closing.kind in ('bot', 'agent')) as is_closed_by_bot,
  pulls.merged_at,
  pulls.merged_by_account_id,
  mergers.person_id as merged_by_person_id,
  if(pulls.merged_at is null, null, coalesce(mergers.actor_kind, 'ghost')) as merged_by_kind,
  pulls.merge_commit_sha,
  landings.landed_sha,
  pulls.head_sha,
  pulls.base_ref,
  pulls.is_from_fork,
  first_response.responded_at as first_response_at,
  first_response.account_id as first_response_account_id,
  first_response.person_id as first_response_person_id,
  responses.first_member_response_at,
  responses.first_review_at,
  coalesce(responses.review_count, 0)::integer as review_count,
  coalesce(responses.reviewer_count, 0)::integer as reviewer_count,
  pulls.linked_issue_numbers,
  pulls.additions,
  pulls.deletions,
  pulls.changed_file_count,
  pulls.commit_count,
  pulls.comment_count,
  pulls.label_names,
  pulls.fetched_at
from
  pulls
  join fct_item as items using (repo_id, node_id)
  left join dim_account as mergers on mergers.account_id = pulls.merged_by_account_id
  left join responses on responses.repo_id = pulls.repo_id
  and responses.item_node_id = pulls.node_id
  left join closings on closings.repo_id = pulls.repo_id
  and closings.item_node_id = pulls.node_id
  left join landings on landings.repo_id = pulls.repo_id
  and landings.node_id = pulls.node_id
order by
  pulls.repo_id,
  pulls.node_id
