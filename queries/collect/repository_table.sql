-- Tables that hold rows of a single repository and are not made from others when facts are built.
select
  table_name
from
  duckdb_columns()
  join duckdb_tables() using (table_name)
where
  column_name = 'repo_id'
  and regexp_matches(table_name, '^(raw|map|run)_')
order by
  table_name
