-- In how many commit messages a word stands.
select
  count(*)::integer as message_count
from
  stg_git__commit
where
  contains(lower(message), lower($word::varchar))
