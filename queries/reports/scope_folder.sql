-- A scope's name, and what tells it from other scopes of that name: nothing, its kind, or else its id.
with
  namesakes as (
    select
      scope_id,
      kind,
      name,
      count(*) over (
        partition by
          lower(name)
      ) as name_count,
      count(*) over (
        partition by
          lower(name),
          kind
      ) as kind_count
    from
      dim_scope
  )
select
  name,
  case
    when name_count = 1 then null
    when kind_count = 1 then kind
    else scope_id::varchar
  end as mark
from
  namesakes
where
  scope_id = $scope_id::bigint
