-- How many rows each table holds that figures are computed from: the whole database, not only one scope.
select
  'dim_repo' as table_name,
  count(*) as row_count
from
  dim_repo
union all
select
  'dim_person',
  count(*)
from
  dim_person
union all
select
  'dim_identity',
  count(*)
from
  dim_identity
union all
select
  'dim_organization',
  count(*)
from
  dim_organization
union all
select
  'map_person_organization',
  count(*)
from
  map_person_organization
union all
select
  'fct_commit',
  count(*)
from
  fct_commit
union all
select
  'fct_commit_file',
  count(*)
from
  fct_commit_file
union all
select
  'fct_credit',
  count(*)
from
  fct_credit
union all
select
  'fct_commit_organization',
  count(*)
from
  fct_commit_organization
union all
select
  'fct_file_change',
  count(*)
from
  fct_file_change
union all
select
  'fct_head_file',
  count(*)
from
  fct_head_file
union all
select
  'fct_tag',
  count(*)
from
  fct_tag
union all
select
  'fct_document',
  count(*)
from
  fct_document
order by
  table_name
