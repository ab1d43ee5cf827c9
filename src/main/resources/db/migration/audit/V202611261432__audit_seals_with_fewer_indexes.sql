-- Nobody looks for a record by its id, and records lie nearly in the order of their times.
drop index audit.records_id;
drop index audit.records_at;
create index records_at on audit.records using brin (at) with (pages_per_range = 16, autosummarize = on);

-- A line leaves the inbox only when it stands among the records that the last checkpoint closes.
create or replace function audit.leaves_when_sealed() returns trigger language plpgsql as $$
declare
    closed bigint := coalesce((select size from audit.checkpoints order by number desc offset 1 limit 1), 0);
begin
    if exists (select line from removed except all select line from audit.records where position >= closed and sealed_at >= now()) then
        raise exception using errcode = 'EL003', message = 'audit.inbox is append-only: a record leaves it when it is sealed';
    end if;
    return null;
end $$;
