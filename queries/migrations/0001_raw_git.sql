-- Tables that collecting git writes. Rows hold what git said, before any rule of ours.
create table run_migration (
  version integer primary key,
  name varchar not null
);

comment on table run_migration is 'one row per migration that was applied to this file';
comment on column run_migration.version is 'number of the migration, counted from 1';
comment on column run_migration.name is 'file name of the migration';

create table run_collection (
  run_id varchar primary key,
  repo_id bigint not null,
  target varchar not null,
  stream varchar not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  status varchar not null,
  reason varchar,
  collector_version integer not null
);

comment on table run_collection is 'one row per stream of a repository that was collected, with how it ended';
comment on column run_collection.run_id is 'time of the start and the repository and stream, as text';
comment on column run_collection.repo_id is 'raw_git_repository.repo_id';
comment on column run_collection.target is 'what the user asked for, without credentials';
comment on column run_collection.stream is 'git, issues, pulls and so on';
comment on column run_collection.started_at is 'when collecting began';
comment on column run_collection.finished_at is 'when it ended; null while it runs or when it was killed';
comment on column run_collection.status is 'running, done, incomplete or failed';
comment on column run_collection.reason is 'why it is incomplete or failed';
comment on column run_collection.collector_version is 'version of the collector''s format; a change makes it read everything again';

create table run_build (
  built_at timestamptz not null,
  fingerprint varchar not null
);

comment on table run_build is 'the newest build of staging and facts; no row while raw rows are newer than facts';
comment on column run_build.built_at is 'when the build ended';
comment on column run_build.fingerprint is 'hash of all that the build depends on beside raw rows: version, seeds, settings, decisions about people';

create table raw_git_repository (
  repo_id bigint primary key,
  name varchar not null,
  full_name varchar,
  origin_url varchar,
  path varchar,
  default_branch varchar,
  head_sha varchar,
  object_format varchar not null,
  is_shallow boolean not null,
  ref_fingerprint varchar,
  mailmap_sha varchar,
  collector_version integer not null,
  head_problem varchar,
  fetched_at timestamptz not null
);

comment on table raw_git_repository is 'one row per repository whose git history is collected';
comment on column raw_git_repository.repo_id is 'GitHub''s databaseId where known, else a hash of the origin''s URL, else of the path';
comment on column raw_git_repository.name is 'last part of the URL or path, for people';
comment on column raw_git_repository.full_name is 'owner/name where the origin is a forge with such names';
comment on column raw_git_repository.origin_url is 'URL of the origin without credentials';
comment on column raw_git_repository.path is 'real path of the clone that was read in place; null for our own mirrors';
comment on column raw_git_repository.default_branch is 'name of the branch that was read';
comment on column raw_git_repository.head_sha is 'newest commit of that branch; null for an empty repository';
comment on column raw_git_repository.object_format is 'sha1 or sha256';
comment on column raw_git_repository.is_shallow is 'whether history is cut off, so that counts are too small';
comment on column raw_git_repository.ref_fingerprint is 'hash of all refs as they were read; null until everything of that state is stored';
comment on column raw_git_repository.mailmap_sha is 'blob of .mailmap at the head that raw_git_identity was made with';
comment on column raw_git_repository.collector_version is 'version of the collector''s format that the rows were written in';
comment on column raw_git_repository.head_problem is 'why the list of files at the head is incomplete; null when it is whole';
comment on column raw_git_repository.fetched_at is 'until when the data is complete: our fetch, or for a clone read in place the newest of its last fetch and its newest commit';

create table raw_git_commit (
  repo_id bigint not null,
  sha varchar not null,
  parent_shas varchar[] not null,
  is_on_default_branch boolean not null,
  author_name varchar not null,
  author_email varchar not null,
  authored_at timestamptz,
  author_offset_minutes integer,
  committer_name varchar not null,
  committer_email varchar not null,
  committed_at timestamptz,
  committer_offset_minutes integer,
  subject varchar not null,
  message varchar not null,
  generation integer not null
);

comment on table raw_git_commit is 'one row per commit that the default branch, a tag or a release branch reaches';
comment on column raw_git_commit.repo_id is 'raw_git_repository.repo_id';
comment on column raw_git_commit.sha is 'hash of the commit';
comment on column raw_git_commit.parent_shas is 'hashes of its parents in order';
comment on column raw_git_commit.is_on_default_branch is 'false for commits that only a tag or a release branch reaches';
comment on column raw_git_commit.author_name is 'author as written in the commit';
comment on column raw_git_commit.author_email is 'author''s address as written in the commit';
comment on column raw_git_commit.authored_at is 'author date; null where git''s text is no date';
comment on column raw_git_commit.author_offset_minutes is 'author date''s offset from UTC in minutes';
comment on column raw_git_commit.committer_name is 'committer as written in the commit';
comment on column raw_git_commit.committer_email is 'committer''s address as written in the commit';
comment on column raw_git_commit.committed_at is 'commit date; null where git''s text is no date';
comment on column raw_git_commit.committer_offset_minutes is 'commit date''s offset from UTC in minutes';
comment on column raw_git_commit.subject is 'first paragraph of the message in one line';
comment on column raw_git_commit.message is 'whole message';
comment on column raw_git_commit.generation is 'length of the longest way down to a root, which has 1; a commit comes after all of smaller generation that it builds on';

create table raw_git_identity (
  repo_id bigint not null,
  name varchar not null,
  email varchar not null,
  mapped_name varchar not null,
  mapped_email varchar not null
);

comment on table raw_git_identity is 'one row per distinct name and address of authors and committers, with what .mailmap at the head makes of it';
comment on column raw_git_identity.repo_id is 'raw_git_repository.repo_id';
comment on column raw_git_identity.name is 'name as written in commits';
comment on column raw_git_identity.email is 'address as written in commits';
comment on column raw_git_identity.mapped_name is 'name after .mailmap (git''s %aN)';
comment on column raw_git_identity.mapped_email is 'address after .mailmap (git''s %aE)';

create table raw_git_commit_path (
  repo_id bigint not null,
  sha varchar not null,
  path varchar not null,
  status varchar not null,
  old_mode varchar not null,
  new_mode varchar not null
);

comment on table raw_git_commit_path is 'one row per path that a commit of the default branch with one parent or none changes; renames are a D and an A';
comment on column raw_git_commit_path.repo_id is 'raw_git_repository.repo_id';
comment on column raw_git_commit_path.sha is 'raw_git_commit.sha';
comment on column raw_git_commit_path.path is 'path; bytes that are not UTF-8 stand as \ooo';
comment on column raw_git_commit_path.status is 'A added, M modified, D deleted, T type changed';
comment on column raw_git_commit_path.old_mode is 'file mode before, 000000 for none';
comment on column raw_git_commit_path.new_mode is 'file mode after, 000000 for none';

create table raw_git_line_count (
  repo_id bigint not null,
  sha varchar not null,
  path varchar not null,
  previous_path varchar,
  added_line_count integer,
  deleted_line_count integer,
  is_binary boolean not null
);

comment on table raw_git_line_count is 'one row per file that a commit changes, as git log --numstat -M -l0 counts it';
comment on column raw_git_line_count.repo_id is 'raw_git_repository.repo_id';
comment on column raw_git_line_count.sha is 'raw_git_commit.sha';
comment on column raw_git_line_count.path is 'path after the commit';
comment on column raw_git_line_count.previous_path is 'path before a rename, else null';
comment on column raw_git_line_count.added_line_count is 'added lines; null for binary files';
comment on column raw_git_line_count.deleted_line_count is 'deleted lines; null for binary files';
comment on column raw_git_line_count.is_binary is 'whether git takes the file for binary';

create table raw_git_line_read (
  repo_id bigint not null,
  sha varchar not null,
  problem varchar
);

comment on table raw_git_line_read is 'one row per commit whose lines were asked for; its rows in raw_git_line_count are stored with it';
comment on column raw_git_line_read.repo_id is 'raw_git_repository.repo_id';
comment on column raw_git_line_read.sha is 'raw_git_commit.sha';
comment on column raw_git_line_read.problem is 'why git could not count them, such as a missing object; null when it could';

create table raw_git_ref (
  repo_id bigint not null,
  name varchar not null,
  kind varchar not null,
  sha varchar not null,
  target_type varchar not null,
  is_annotated boolean not null,
  tagged_at timestamptz,
  tagger_name varchar,
  tagger_email varchar,
  subject varchar
);

comment on table raw_git_ref is 'one row per tag, per release branch and for the default branch';
comment on column raw_git_ref.repo_id is 'raw_git_repository.repo_id';
comment on column raw_git_ref.name is 'short name, without refs/tags/ or refs/heads/';
comment on column raw_git_ref.kind is 'tag, release_branch or default_branch';
comment on column raw_git_ref.sha is 'the object that it points to in the end, for most a commit';
comment on column raw_git_ref.target_type is 'commit, tree or blob';
comment on column raw_git_ref.is_annotated is 'whether the tag is an object of its own';
comment on column raw_git_ref.tagged_at is 'date of an annotated tag, else of the commit';
comment on column raw_git_ref.tagger_name is 'tagger of an annotated tag';
comment on column raw_git_ref.tagger_email is 'tagger''s address of an annotated tag';
comment on column raw_git_ref.subject is 'first line of an annotated tag''s message, else of the commit';

create table map_ref_class (
  repo_id bigint not null,
  ref_class_id bigint not null,
  kind varchar not null,
  ref_name varchar not null
);

comment on table map_ref_class is 'one row per class of commits and ref that contains them: commits that the same refs contain share a class';
comment on column map_ref_class.repo_id is 'raw_git_repository.repo_id';
comment on column map_ref_class.ref_class_id is 'hash of the class''s refs';
comment on column map_ref_class.kind is 'raw_git_ref.kind';
comment on column map_ref_class.ref_name is 'raw_git_ref.name';

create table map_ref_commit (
  repo_id bigint not null,
  sha varchar not null,
  ref_class_id bigint not null
);

comment on table map_ref_commit is 'one row per commit: the class of refs that contain it';
comment on column map_ref_commit.repo_id is 'raw_git_repository.repo_id';
comment on column map_ref_commit.sha is 'raw_git_commit.sha';
comment on column map_ref_commit.ref_class_id is 'map_ref_class.ref_class_id';

create table raw_git_head_file (
  repo_id bigint not null,
  path varchar not null,
  mode varchar not null,
  object_sha varchar not null,
  byte_count bigint,
  line_count integer,
  is_binary boolean
);

comment on table raw_git_head_file is 'one row per entry of git ls-tree -r at the head';
comment on column raw_git_head_file.repo_id is 'raw_git_repository.repo_id';
comment on column raw_git_head_file.path is 'path; bytes that are not UTF-8 stand as \ooo';
comment on column raw_git_head_file.mode is 'file mode; 160000 is a submodule, 120000 a symbolic link';
comment on column raw_git_head_file.object_sha is 'hash of the blob, or of the submodule''s commit';
comment on column raw_git_head_file.byte_count is 'size; null for submodules and missing objects';
comment on column raw_git_head_file.line_count is 'lines, the last one with or without its newline; null for binary files, submodules and missing objects';
comment on column raw_git_head_file.is_binary is 'a NUL among the first 8,000 bytes; null where the object could not be read';

create table raw_git_attribute (
  repo_id bigint not null,
  path varchar not null,
  is_vendored boolean,
  is_generated boolean,
  is_documentation boolean,
  language varchar
);

comment on table raw_git_attribute is 'one row per path, of now or of the past, to which .gitattributes at the head gives a linguist attribute';
comment on column raw_git_attribute.repo_id is 'raw_git_repository.repo_id';
comment on column raw_git_attribute.path is 'path; bytes that are not UTF-8 stand as \ooo';
comment on column raw_git_attribute.is_vendored is 'linguist-vendored; null where not given';
comment on column raw_git_attribute.is_generated is 'linguist-generated; null where not given';
comment on column raw_git_attribute.is_documentation is 'linguist-documentation; null where not given';
comment on column raw_git_attribute.language is 'linguist-language; null where not given';

create table raw_git_document (
  repo_id bigint not null,
  path varchar not null,
  text varchar not null
);

comment on table raw_git_document is 'one row per community document at the head, and for .mailmap, .gitattributes and .git-blame-ignore-revs';
comment on column raw_git_document.repo_id is 'raw_git_repository.repo_id';
comment on column raw_git_document.path is 'path of the document';
comment on column raw_git_document.text is 'its text, at most 1 MiB';
