-- How many rows each table has, as DuckDB's own statistics say.
select
  table_name,
  estimated_size as estimated_row_count
from
  duckdb_tables()
where
  not internal
order by
  table_name
