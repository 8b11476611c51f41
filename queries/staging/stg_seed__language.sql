-- table: stg_seed__language
-- title: Languages by file name and extension
-- grain: match_kind, pattern
-- columns:
--   match_kind  VARCHAR  code  filename or extension
--   pattern     VARCHAR  text  file name, or extension with its dot; lower case
--   language    VARCHAR  name  name of the language
--   type        VARCHAR  code  programming, markup, data or prose
select
  match_kind,
  pattern,
  language,
  type
from
  seed_language
