-- Notes the id that a repository had before GitHub's was known.
delete from map_repo_alias
where
  old_repo_id = $old_repo_id;

insert into
  map_repo_alias
values
  ($old_repo_id, $repo_id)
