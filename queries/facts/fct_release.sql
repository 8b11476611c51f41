-- table: fct_release
-- title: Releases that were published on GitHub
-- limits: GitHub does not say which program published one; its author is then unknown
-- grain: repo_id, node_id
-- columns:
--   repo_id            BIGINT       key        dim_repo.repo_id
--   node_id            VARCHAR      key        GitHub's id of the node
--   tag_name           VARCHAR      text       tag of the release
--   name               VARCHAR      text       its title
--   sha                VARCHAR      hash       commit of the tag; null where the tag is gone
--   is_prerelease      BOOLEAN      flag       whether it is marked as a pre-release
--   author_account_id  BIGINT       key        dim_account.account_id as collected; null for a bot or a deleted account
--   author_person_id   BIGINT       key        dim_person.person_id; null where nobody is known
--   asset_count        INTEGER      files      files that it offers
--   has_signature      BOOLEAN      flag       whether one of them is a signature or an attestation by its name
--   download_count     BIGINT       downloads  how often its files were fetched until now
--   created_at         TIMESTAMPTZ  instant    date of its commit
--   published_at       TIMESTAMPTZ  instant    when it was published
--   fetched_at         TIMESTAMPTZ  instant    when GitHub said so
select
  releases.repo_id,
  releases.node_id,
  releases.tag_name,
  releases.name,
  releases.sha,
  releases.is_prerelease,
  releases.author_account_id,
  authors.person_id as author_person_id,
  releases.asset_count,
  coalesce(
    list_bool_or(
      list_transform(
        releases.asset_names,
        lambda name: regexp_matches(lower(name), '[.](sig|asc|minisig|sigstore|intoto[.]jsonl)$')
      )
    ),
    false
  ) as has_signature,
  coalesce(list_sum(releases.asset_download_counts), 0)::bigint as download_count,
  releases.created_at,
  releases.published_at,
  releases.fetched_at
from
  stg_github__release as releases
  left join dim_account as authors on authors.account_id = releases.author_account_id
where
  releases.published_at is not null
order by
  releases.repo_id,
  releases.node_id
