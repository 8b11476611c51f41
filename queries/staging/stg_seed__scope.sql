-- table: stg_seed__scope
-- title: Which repositories a project has, from understory.yml
-- grain: ecosystem, project, rule, value
-- columns:
--   ecosystem  VARCHAR  name  name of the ecosystem
--   project    VARCHAR  name  name of the project
--   rule       VARCHAR  code  repository, path, include or exclude
--   value      VARCHAR  text  owner/name in lower case, real path, or owner in lower case for include
select
  ecosystem,
  project,
  rule,
  value
from
  seed_scope
