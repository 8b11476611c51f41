-- table: stg_seed__organization
-- title: Organizations that people know something about
-- grain: organization
-- columns:
--   organization  VARCHAR      name     its name
--   kind          VARCHAR      code     commercial, academic, foundation or government
--   owner         VARCHAR      name     the organization that owns it; null for none known
--   owned_from    TIMESTAMPTZ  instant  when that ownership began
select
  organization,
  kind,
  owner,
  owned_from::timestamptz as owned_from
from
  seed_organization
