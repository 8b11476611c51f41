select
  uses.repo_id,
  uses.identity_id,
  uses.name,
  uses.email,
  uses.mapped_name,
  uses.mapped_email,
  uses.is_account,
  uses.account_id,
  uses.login,
  uses.branch_account_id,
  uses.account_type,
  uses.is_agent,
  uses.use_count,
  uses.first_contribution_at,
  kinds.kind
from
  fct_identity_use as uses
  left join map_identity_kind as kinds using (identity_id)
order by
  uses.repo_id,
  uses.identity_id
