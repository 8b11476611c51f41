-- A file of an older version builds its facts again anyway.
drop table run_build;

create table run_build (
  built_at timestamptz not null,
  fingerprint varchar not null,
  github_hash varchar,
  is_stale boolean default false
);

comment on table run_build is 'the newest build of staging and facts; no row while other raw rows than those of GitHub are newer than facts';

comment on column run_build.built_at is 'when the build ended';

comment on column run_build.fingerprint is 'hash of all that the build depends on beside raw rows: version, seeds, settings, decisions about people';

comment on column run_build.github_hash is 'hash of what GitHub had answered at the build, without the times of asking';

comment on column run_build.is_stale is 'whether GitHub was asked since; facts are built again where its answers were others';
