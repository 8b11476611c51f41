-- How the messages of each repository give credit, as its history shows; one row per `repo_id`.
select
  repo_id,
  credit_convention
from
  dim_repo
