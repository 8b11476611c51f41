-- table: stg_seed__affiliation
-- title: Spans in which somebody worked for an organization, from the user's files
-- grain: person, organization, valid_from
-- columns:
--   person        VARCHAR      text     address or name, lower case
--   organization  VARCHAR      name     the organization
--   valid_from    TIMESTAMPTZ  instant  first instant; null for always
--   valid_to      TIMESTAMPTZ  instant  instant after the last; null for still
select
  person,
  organization,
  valid_from::timestamptz as valid_from,
  valid_to::timestamptz as valid_to
from
  seed_affiliation
