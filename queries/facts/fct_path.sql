-- table: fct_path
-- title: Paths of now and of the past, with class and language
-- source: metrics.md 0.6; languages from GitHub's Linguist (linguist-languages)
-- limits: decided by .gitattributes at the head and by the path alone, not by what the file says
-- grain: repo_id, path
-- columns:
--   repo_id     BIGINT   key   dim_repo.repo_id
--   path        VARCHAR  path  path in the repository; bytes that are not UTF-8 stand as \ooo
--   file_class  VARCHAR  code  vendored, generated, translation, test, docs, config, data, code or other
--   language    VARCHAR  name  language; null where the name tells none
--   rule        VARCHAR  text  what decided the class
with
  known_paths as (
    select
      repo_id,
      path,
      bool_and(is_binary) as is_binary
    from
      (
        select
          repo_id,
          path,
          null::boolean as is_binary
        from
          stg_git__commit_path
        union all
        select
          repo_id,
          path,
          is_binary
        from
          stg_git__line_count
        union all
        select
          repo_id,
          previous_path,
          null
        from
          stg_git__line_count
        where
          previous_path is not null
        union all
        select
          repo_id,
          path,
          is_binary
        from
          stg_git__head_file
      )
    group by
      repo_id,
      path
  ),
  split_paths as (
    select
      repo_id,
      path,
      is_binary,
      lower(path) as lower_path,
      regexp_extract(lower(path), '[^/]*$') as file_name,
      regexp_extract(lower(path), '[.][^./]+$') as extension,
      regexp_extract(lower(path), '[.][^./]+[.][^./]+$') as double_extension
    from
      known_paths
  ),
  expected_folders as (
    select distinct
      repo_id,
      regexp_extract(path, '^(.*/)?expected/', 1) as folder
    from
      known_paths
    where
      regexp_matches(path, '(^|/)expected/')
  ),
  languages as (
    select
      paths.repo_id,
      paths.path,
      coalesce(by_name.language, by_double_extension.language, by_extension.language) as language,
      coalesce(by_name.type, by_double_extension.type, by_extension.type) as type
    from
      split_paths as paths
      left join stg_seed__language as by_name on by_name.match_kind = 'filename'
      and by_name.pattern = paths.file_name
      left join stg_seed__language as by_double_extension on by_double_extension.match_kind = 'extension'
      and by_double_extension.pattern = paths.double_extension
      left join stg_seed__language as by_extension on by_extension.match_kind = 'extension'
      and by_extension.pattern = paths.extension
  ),
  ruled_paths as (
    select
      repo_id,
      path,
      coalesce(attributes.language, languages.language) as language,
      case
        when attributes.is_vendored then 'vendored: linguist-vendored'
        when attributes.is_generated then 'generated: linguist-generated'
        when attributes.is_documentation then 'docs: linguist-documentation'
        when attributes.is_vendored is null
        and regexp_matches(
          lower_path,
          '(^|/)(vendor|vendors|third[-_]?party|thirdparty|node_modules|bower_components|externs?|externals?|deps/[^/]+)/'
        ) then 'vendored: folder'
        when attributes.is_vendored is null
        and regexp_matches(file_name, '[.]min[.](js|css)$') then 'vendored: minified'
        when attributes.is_generated is null
        and regexp_matches(
          file_name,
          '^(package-lock[.]json|npm-shrinkwrap[.]json|yarn[.]lock|pnpm-lock[.]yaml|bun[.]lockb?|composer[.]lock|cargo[.]lock|gemfile[.]lock|poetry[.]lock|pipfile[.]lock|uv[.]lock|pdm[.]lock|go[.]sum|flake[.]lock|mix[.]lock|pubspec[.]lock|podfile[.]lock|packages[.]lock[.]json|gradle[.]lockfile|buf[.]lock|deno[.]lock)$'
        ) then 'generated: lock file'
        when attributes.is_generated is null
        and (
          regexp_matches(
            file_name,
            '([.]pb[.](go|cc|h)|_pb2(_grpc)?[.]pyi?|_pb[.](js|d[.]ts)|[.]g[.]dart|[.]designer[.]cs|zz_generated[.].*[.]go|_generated[.](go|h|c|cc|cpp|ts|js|py|rs|dart|json))$|^.*[.](js|css)[.]map$'
          )
          or regexp_matches(
            file_name,
            '^(configure|config[.](guess|sub)|install-sh|ltmain[.]sh|aclocal[.]m4|missing|depcomp)$'
          )
        ) then 'generated: build product'
        when attributes.is_generated is null
        and regexp_matches(
          lower_path,
          '([.]expected|[.]snap|(^|/)(expected|__snapshots__)/.*[.](out|stdout|stderr|txt|snap|json|diff|csv|svg))$'
        ) then 'generated: expected output'
        when regexp_matches(file_name, '[.](po|pot|xliff|xlf|mo)$') then 'translation: catalogue'
        when regexp_matches(
          lower_path,
          '(^|/)(([a-z0-9]+[-_])?tests?|testing|testdata|test-data|test_data|__tests__|t|specs?|fixtures|testcases|regress|isolation)/'
        ) then 'test: folder'
        when regexp_matches(
          file_name,
          '([-_.](test|tests|spec)[.][^.]+$|^tests?[-_.].*[.][^.]+$|^conftest[.]py$)'
        ) then 'test: name'
        when regexp_matches(path, '(^|/)sql/[^/]*[.]sql([.]in)?$')
        and expected_folders.folder is not null then 'test: sql beside expected'
        when regexp_matches(lower_path, '(^|/)(docs?|documentation|man|manpages|website)/') then 'docs: folder'
        when regexp_matches(
          file_name,
          '^(readme([-.].*)?|license|licence|copying|copyright|notice|unlicense|contributing|contributors|code[-_]of[-_]conduct|governance|maintainers|authors|credits|thanks|security|support|changelog|changes|history|news|releases?|roadmap|adopters|install|todo|bugs|faq|hacking)([.](md|txt|rst|adoc|markdown|org))?$'
        ) then 'docs: name'
        when regexp_matches(
          file_name,
          '[.](md|markdown|rst|adoc|asciidoc|sgml|texi|texinfo|pod|rdoc|mdx|[1-9])$'
        ) then 'docs: extension'
        when regexp_matches(
          lower_path,
          '(^|/)[.](github|gitlab|circleci|buildkite|devcontainer|vscode|idea|husky|changeset|azure-pipelines|unreleased|clang-.*)/'
        ) then 'config: folder'
        when regexp_matches(file_name, '^[.][^/]+$') then 'config: hidden file'
        when regexp_matches(
          file_name,
          '([.](ya?ml|toml|ini|cfg|conf|config|properties|control|editorconfig|service|lock|tf|tfvars|hcl|plist|nix|spec)|[.]conf[.][^.]+)$'
        ) then 'config: extension'
        when regexp_matches(
          file_name,
          '^(package[.]json|tsconfig.*[.]json|jsconfig.*[.]json|composer[.]json|bower[.]json|lerna[.]json|nx[.]json|turbo[.]json|biome[.]jsonc?|renovate[.]json5?|deno[.]jsonc?|angular[.]json|vercel[.]json|meta[.]json|pom[.]xml|go[.]mod|go[.]work|gemfile|pipfile|procfile|codeowners|owners|requirements.*[.]txt|constraints.*[.]txt|jenkinsfile|manifest[.]in|.*[.](csproj|vcxproj|sln|props))$'
        ) then 'config: name'
        when paths.is_binary then 'data: binary'
        when regexp_matches(
          file_name,
          '[.](png|jpe?g|gif|ico|bmp|webp|svg|tiff?|pdf|eps|ps|ai|psd|fig|odg|drawio|woff2?|ttf|otf|eot|mp[34]|wav|ogg|webm|avi|mov|zip|gz|tgz|bz2|xz|zst|7z|rar|jar|war|whl|gem|exe|dll|so|a|o|obj|lib|bin|dat|data|map|csv|tsv|parquet|avro|orc|sqlite3?|db|pem|crt|key|der|p12)$'
        ) then 'data: extension'
        when regexp_matches(file_name, '^((gnu|bsd)?makefile|dockerfile)([.].*)?$') then 'code: build file'
        when coalesce(attributes.language, languages.language) is not null
        and coalesce(types.type, languages.type) in ('programming', 'markup') then 'code: language'
        when languages.type = 'prose' then 'docs: language'
        when languages.type = 'data' then 'data: language'
        else 'other: nothing known'
      end as class_and_rule
    from
      split_paths as paths
      join languages using (repo_id, path)
      left join stg_git__attribute as attributes using (repo_id, path)
      left join (
        select
          language,
          min(type) as type
        from
          stg_seed__language
        group by
          language
      ) as types on types.language = attributes.language
      left join expected_folders on expected_folders.repo_id = paths.repo_id
      and expected_folders.folder = regexp_extract(paths.path, '^(.*/)?sql/[^/]*$', 1)
  )
select
  repo_id,
  path,
  split_part(class_and_rule, ': ', 1) as file_class,
  -- Tests do not build packages: these are PostgreSQL's isolation tests, which have no language of their own.
  if(
    language = 'RPM Spec'
    and starts_with(class_and_rule, 'test: '),
    null,
    language
  ) as language,
  split_part(class_and_rule, ': ', 2) as rule
from
  ruled_paths
