-- table: stg_seed__company_word
-- title: Words and phrases that the company in a profile of GitHub may have
-- grain: kind, phrase
-- columns:
--   kind    VARCHAR  code  legal_form, academic, nobody, beginning or occupation
--   phrase  VARCHAR  text  lower case, without accents and punctuation
select
  kind,
  phrase
from
  seed_company_word
