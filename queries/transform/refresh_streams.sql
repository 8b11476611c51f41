-- Replaces the rows of fct_stream that differ from those of stream_now, which is built from the newest runs.
delete from fct_stream
where
  (repo_id, stream) in (
    select
      (repo_id, stream)
    from
      (
        from
          fct_stream
        except
        from
          stream_now
      )
  );

insert into
  fct_stream
from
  stream_now
except
from
  fct_stream;

drop table stream_now
