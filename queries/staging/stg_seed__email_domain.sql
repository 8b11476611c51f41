-- table: stg_seed__email_domain
-- title: Domains of addresses that people know something about
-- grain: domain, organization, valid_from
-- columns:
--   domain        VARCHAR      name     registrable domain, or a whole one that differs from it
--   kind          VARCHAR      code     public, personal, shared or organization
--   organization  VARCHAR      name     the organization; null for other kinds
--   valid_from    TIMESTAMPTZ  instant  from when it meant that organization; null for always
--   valid_to      TIMESTAMPTZ  instant  from when it no longer does; null for ever
select
  domain,
  kind,
  organization,
  valid_from::timestamptz as valid_from,
  valid_to::timestamptz as valid_to
from
  seed_email_domain
