-- Names that look most like a text, for whoever misspelt one.
select
  name
from
  dim_person
group by
  name
order by
  greatest(
    jaro_winkler_similarity(lower(strip_accents(name)), lower(strip_accents($text::varchar))),
    if(
      contains(lower(strip_accents(name)), lower(strip_accents($text::varchar))),
      1,
      0
    )
  ) desc,
  name
limit
  3
