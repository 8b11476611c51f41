-- table: fct_reached_commit
-- title: Commits that the default branch, a tag or a release branch reaches, with all that their own fields tell
-- source: metrics.md 0.2, 0.7, A3, C11, C13
-- grain: repo_id, sha
-- columns:
--   repo_id                BIGINT       key      dim_repo.repo_id
--   sha                    VARCHAR      hash     hash of the commit
--   is_on_default_branch   BOOLEAN      flag     false for commits that only a tag or a release branch reaches
--   person_id              BIGINT       key      dim_person.person_id of git's author
--   author_name            VARCHAR      text     author after the mailmap (git's %aN)
--   author_email           VARCHAR      text     author's address after the mailmap (git's %aE)
--   authored_at            TIMESTAMPTZ  instant  author date; null before 1990 and after the collection
--   author_offset_minutes  INTEGER      minutes  author date's offset from UTC; null where it is 0 for 95 % of the person's or the half-year's commits, which tells no zone
--   committer_name         VARCHAR      text     committer after the mailmap
--   committer_email        VARCHAR      text     committer's address after the mailmap
--   committed_at           TIMESTAMPTZ  instant  commit date; null before 1990 and after the collection
--   landed_at              TIMESTAMPTZ  instant  commit date, in years of rewritten history the author date
--   is_merge               BOOLEAN      flag     two parents or more
--   is_bot                 BOOLEAN      flag     git's author is a bot or an agent
--   subject                VARCHAR      text     first paragraph of the message in one line
--   committer_person_id    BIGINT       key      dim_person.person_id of git's committer; null for a forge's web page
--   principal_person_id    BIGINT       key      dim_person.person_id of the principal author (metrics.md A3)
--   is_revert              BOOLEAN      flag     takes an earlier commit back; not a re-land
--   is_reland              BOOLEAN      flag     takes a revert back
--   reverted_sha           VARCHAR      hash     commit taken back, where its hash stands in the message and resolves to one commit
--   fix_rule               VARCHAR      code     subject, closes or backpatch; null where nothing says that it is a fix
--   is_rewritten_history   BOOLEAN      flag     whether the year of its commit date was replayed
--   generation             INTEGER      commits  length of the longest way down to a root
--   raw_author_name        VARCHAR      text     author as written
--   raw_author_email       VARCHAR      text     author's address as written
--   raw_committer_name     VARCHAR      text     committer as written
--   raw_committer_email    VARCHAR      text     committer's address as written
with
  identities as (
    select
      uses.repo_id,
      uses.name,
      uses.email,
      uses.mapped_name,
      uses.mapped_email,
      links.person_id,
      coalesce(people.is_bot, false) as is_bot
    from
      fct_identity_use as uses
      left join map_identity_person as links using (identity_id)
      left join dim_person as people using (person_id)
  ),
  principals as (
    select
      repo_id,
      sha,
      arg_min(person_id, (role <> 'author', position)) as person_id
    from
      fct_credit
    where
      role in ('author', 'co_author')
    group by
      repo_id,
      sha
  ),
  -- Messages are the widest column there is, so that they are scanned once; looking for fixed words first spares most
  -- of them the slower expressions.
  read_messages as materialized (
    select
      repo_id,
      sha,
      starts_with(subject, 'Revert ') as is_revert_subject,
      regexp_matches(subject, '^(Reapply "|Reland |Revert "(Revert|Reapply) )') as is_reland_subject,
      case
        when contains(message, 'reverts commit') then regexp_extract(message, '[Tt]his reverts commits? ([0-9a-f]{7,64})', 1)
        else ''
      end as reverted_prefix,
      case
        when regexp_matches(subject, '\b(fix(es|ed)?|bug|repair|regress(ion)?|crash|leak)\b', 'i')
        and not regexp_matches(subject, 'fix (typo|comment|whitespace|docs?|indent)', 'i') then 'subject'
        when (
          contains(message, '#')
          or contains(message, 'ixes:')
        )
        and regexp_matches(
          message,
          '(?im)(^fixes:|\b(fix(es|ed)?|close[sd]?|resolve[sd]?):? +([-\w.]+/[-\w.]+)?#\d+)'
        ) then 'closes'
        when contains(message, 'hrough:')
        and regexp_matches(message, '(?im)^\s*back-?patch(ed)?-through:') then 'backpatch'
      end as fix_rule
    from
      stg_git__commit
  ),
  reverted_commits as (
    select
      reverts.repo_id,
      reverts.sha,
      min(reverted.sha) as reverted_sha,
      bool_or(reverted.is_revert_subject) as is_reverted_revert
    from
      read_messages as reverts
      join read_messages as reverted on reverted.repo_id = reverts.repo_id
      and left(reverted.sha, 7) = left(reverts.reverted_prefix, 7)
      and starts_with(reverted.sha, reverts.reverted_prefix)
    where
      reverts.reverted_prefix <> ''
    group by
      reverts.repo_id,
      reverts.sha
    having
      count(*) = 1
  ),
  zoneless_people as (
    -- A clock that always says UTC tells no local time: the person may sit anywhere (metrics.md 0.14).
    select
      authors.person_id
    from
      stg_git__commit as commits
      join identities as authors on authors.repo_id = commits.repo_id
      and authors.name = commits.author_name
      and authors.email = commits.author_email
    group by
      authors.person_id
    having
      count(*) filter(
        where
          author_offset_minutes = 0
      ) >= 0.95 * count(author_offset_minutes)
  ),
  zoneless_eras as (
    -- Half-years, so that somebody in Lisbon or London is not taken for an import: of their summers the offset is not 0.
    select
      repo_id,
      year(authored_at) as year,
      quarter(authored_at) > 2 as is_second_half
    from
      stg_git__commit
    group by
      repo_id,
      year(authored_at),
      quarter(authored_at) > 2
    having
      count(*) filter(
        where
          author_offset_minutes = 0
      ) >= 0.95 * count(author_offset_minutes)
  ),
  messages as (
    select
      repo_id,
      sha,
      is_reland_subject
      or coalesce(is_reverted_revert, false) as is_reland,
      is_revert_subject
      or reverted_prefix <> '' as is_taking_back,
      reverted_sha,
      fix_rule
    from
      read_messages
      left join reverted_commits using (repo_id, sha)
  )
select
  commits.repo_id,
  commits.sha,
  commits.is_on_default_branch,
  authors.person_id,
  authors.mapped_name as author_name,
  authors.mapped_email as author_email,
  dates.authored_at,
  if(
    commits.author_offset_minutes = 0
    and (
      zoneless_people.person_id is not null
      or zoneless_eras.repo_id is not null
    ),
    null,
    commits.author_offset_minutes
  ) as author_offset_minutes,
  committers.mapped_name as committer_name,
  committers.mapped_email as committer_email,
  dates.committed_at,
  if(
    coalesce(years.is_rewritten_history, false),
    dates.authored_at,
    dates.committed_at
  ) as landed_at,
  len(commits.parent_shas) > 1 as is_merge,
  authors.is_bot,
  commits.subject,
  if(commits.committer_email = 'noreply@github.com', null, committers.person_id) as committer_person_id,
  coalesce(principals.person_id, authors.person_id) as principal_person_id,
  messages.is_taking_back
  and not messages.is_reland as is_revert,
  messages.is_reland,
  messages.reverted_sha,
  messages.fix_rule,
  coalesce(years.is_rewritten_history, false) as is_rewritten_history,
  commits.generation,
  commits.author_name as raw_author_name,
  commits.author_email as raw_author_email,
  commits.committer_name as raw_committer_name,
  commits.committer_email as raw_committer_email
from
  stg_git__commit as commits
  join fct_commit_date as dates using (repo_id, sha)
  join messages using (repo_id, sha)
  join identities as authors on authors.repo_id = commits.repo_id
  and authors.name = commits.author_name
  and authors.email = commits.author_email
  join identities as committers on committers.repo_id = commits.repo_id
  and committers.name = commits.committer_name
  and committers.email = commits.committer_email
  left join principals on principals.repo_id = commits.repo_id
  and principals.sha = commits.sha
  left join fct_history_year as years on years.repo_id = commits.repo_id
  and years.year = date_part('year', dates.committed_at)
  left join zoneless_people on zoneless_people.person_id = authors.person_id
  left join zoneless_eras on zoneless_eras.repo_id = commits.repo_id
  and zoneless_eras.year = year(commits.authored_at)
  and zoneless_eras.is_second_half = (quarter(commits.authored_at) > 2)
