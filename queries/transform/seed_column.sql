select
  table_name,
  column_name,
  data_type,
  is_nullable
from
  duckdb_columns()
where
  starts_with(table_name, 'seed_')
order by
  table_name,
  column_index
