-- The commits that refs reach now, as the collector walked them; dropped when the connection closes.
create or replace temp table git_walk (
  position integer,
  sha varchar,
  generation integer,
  ref_class_id bigint,
  is_on_default_branch boolean
)
