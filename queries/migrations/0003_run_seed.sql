-- Which seed files were loaded, so that a build spends nothing on unchanged ones.
create table run_seed (
  table_name varchar not null,
  fingerprint varchar not null
);

comment on table run_seed is 'one row per seed file that was loaded, so that an unchanged one is not loaded again';
comment on column run_seed.table_name is 'table that it fills';
comment on column run_seed.fingerprint is 'hash of the file';
