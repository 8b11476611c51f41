/** Columns of facts whose files do not exist yet; each line goes when its file has landed. */
const LINES: readonly string[] = [
  'dim_repo repo_id BIGINT, name VARCHAR, full_name VARCHAR, origin_url VARCHAR, path VARCHAR, default_branch VARCHAR, head_sha VARCHAR, head_committed_at TIMESTAMPTZ, is_shallow BOOLEAN, is_committer_author_convention BOOLEAN, commit_count BIGINT, damaged_commit_count BIGINT, undated_commit_count BIGINT, fetched_at TIMESTAMPTZ',
  'dim_scope scope_id BIGINT, kind VARCHAR, name VARCHAR',
  'map_scope_repo scope_id BIGINT, repo_id BIGINT',
  'dim_identity identity_id BIGINT, name VARCHAR, email VARCHAR, mapped_name VARCHAR, mapped_email VARCHAR, login VARCHAR',
  'map_identity_person identity_id BIGINT, person_id BIGINT, rule VARCHAR, confidence DOUBLE',
  'map_person_alias old_person_id BIGINT, person_id BIGINT',
  'dim_person person_id BIGINT, name VARCHAR, login VARCHAR, kind VARCHAR, is_bot BOOLEAN, bot_rule VARCHAR, identity_count INTEGER, first_contribution_at TIMESTAMPTZ',
  'dim_organization organization_id BIGINT, name VARCHAR, kind VARCHAR',
  'map_person_organization person_id BIGINT, organization_id BIGINT, valid_from TIMESTAMPTZ, valid_to TIMESTAMPTZ, rule VARCHAR, confidence DOUBLE',
  'fct_path repo_id BIGINT, path VARCHAR, file_class VARCHAR, language VARCHAR, rule VARCHAR',
  'fct_commit repo_id BIGINT, sha VARCHAR, person_id BIGINT, author_name VARCHAR, author_email VARCHAR, authored_at TIMESTAMPTZ, author_offset_minutes INTEGER, committer_name VARCHAR, committer_email VARCHAR, committed_at TIMESTAMPTZ, landed_at TIMESTAMPTZ, is_merge BOOLEAN, is_bot BOOLEAN, is_work BOOLEAN, is_line_work BOOLEAN, file_count INTEGER, added_line_count BIGINT, deleted_line_count BIGINT, subject VARCHAR, committer_person_id BIGINT, principal_person_id BIGINT, mechanical_reason VARCHAR, is_revert BOOLEAN, reverted_sha VARCHAR, fix_rule VARCHAR, is_rewritten_history BOOLEAN, is_damaged BOOLEAN, generation INTEGER, raw_author_name VARCHAR, raw_author_email VARCHAR, raw_committer_name VARCHAR, raw_committer_email VARCHAR',
  'fct_commit_file repo_id BIGINT, sha VARCHAR, path VARCHAR, previous_path VARCHAR, added_line_count INTEGER, deleted_line_count INTEGER, is_binary BOOLEAN, file_class VARCHAR, change VARCHAR',
  'fct_file_change repo_id BIGINT, head_path VARCHAR, sha VARCHAR, path VARCHAR, change VARCHAR',
  'fct_branch_commit repo_id BIGINT, sha VARCHAR, person_id BIGINT, author_name VARCHAR, author_email VARCHAR, authored_at TIMESTAMPTZ, author_offset_minutes INTEGER, committer_name VARCHAR, committer_email VARCHAR, committed_at TIMESTAMPTZ, landed_at TIMESTAMPTZ, is_merge BOOLEAN, is_bot BOOLEAN, subject VARCHAR, committer_person_id BIGINT, principal_person_id BIGINT, is_revert BOOLEAN, reverted_sha VARCHAR, is_rewritten_history BOOLEAN, generation INTEGER, raw_author_name VARCHAR, raw_author_email VARCHAR, raw_committer_name VARCHAR, raw_committer_email VARCHAR',
  'fct_head_file repo_id BIGINT, path VARCHAR, mode VARCHAR, byte_count BIGINT, line_count INTEGER, language VARCHAR, file_class VARCHAR, is_binary BOOLEAN',
  'fct_tag repo_id BIGINT, name VARCHAR, sha VARCHAR, tagged_at TIMESTAMPTZ, target_type VARCHAR, is_annotated BOOLEAN, is_version BOOLEAN, is_prerelease BOOLEAN, version_parts INTEGER[], series VARCHAR',
  'fct_document repo_id BIGINT, kind VARCHAR, path VARCHAR, text VARCHAR, added_at TIMESTAMPTZ, changed_at TIMESTAMPTZ',
  'fct_credit repo_id BIGINT, sha VARCHAR, person_id BIGINT, role VARCHAR, source VARCHAR, confidence DOUBLE, position INTEGER, identity_id BIGINT, span_start INTEGER, span_end INTEGER',
  'fct_commit_organization repo_id BIGINT, sha VARCHAR, person_id BIGINT, organization_id BIGINT, weight DOUBLE, rule VARCHAR',
];

/** Table name to its `name TYPE` list. */
export const FALLBACK_TABLES: ReadonlyMap<string, string> = new Map(
  LINES.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
);
