create schema if not exists audit;

-- What was done, as one line of JSON each. A line is written in the transaction of what it tells, into a heap without an index
-- or a sequence, so nobody waits for anybody. The sealer moves it to its place in the order.
create table audit.inbox (
    line        text not null,
    written_at  timestamptz not null default clock_timestamp()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Sealed lines in their order: the leaves of the tree. The hash is SHA-256(00 || line) as RFC 6962 section 2.1 says.
-- What people search by is taken out of the line when it is sealed.
create table audit.records (
    position   bigint not null,
    sealed_at  timestamptz not null,
    id         uuid not null,
    hash       bytea not null check (length(hash) = 32),
    line       text not null,
    at         timestamptz not null,
    case_ref   text,
    primary key (position, sealed_at)
) partition by range (sealed_at);

create index records_id on audit.records (id);
create index records_case on audit.records (case_ref, position) where case_ref is not null;
create index records_at on audit.records (at);

-- Who did it, in whose stead, and whom it is about.
create table audit.mentions (
    party     uuid not null,
    position  bigint not null,
    primary key (party, position)
);

-- Roots of whole subtrees from level 4 (16 leaves) on; smaller ones are worked out from their leaves.
create table audit.nodes (
    level  int not null check (level >= 4),
    index  bigint not null,
    hash   bytea not null check (length(hash) = 32),
    primary key (level, index)
);

create table audit.checkpoints (
    number     bigint primary key,
    size       bigint not null unique check (size > 0),
    root       bytea not null check (length(root) = 32),
    at         timestamptz not null,
    key        text not null,
    signature  bytea not null check (length(signature) = 64)
);

create index checkpoints_at on audit.checkpoints (at);

-- Public keys of checkpoints, by the beginning of their SHA-256.
create table audit.signing_keys (
    key         text primary key,
    public_key  bytea not null check (length(public_key) = 32),
    since       timestamptz not null
);

-- What makes the personal parts of records readable, wrapped by a key of the environment. A key that is deleted takes the personal
-- parts with it; the records stay. Scope 'person' holds a name, scope 'yyyy-mm' where somebody came from in that month.
create table audit.person_keys (
    person   uuid not null,
    scope    text not null check (scope ~ '^(person|\d{4}-\d{2})$'),
    wrapped  bytea not null,
    made_at  timestamptz not null,
    primary key (person, scope)
);

create function audit.never_changes() returns trigger language plpgsql as $$
begin
    raise exception using errcode = 'EL003',
        message = format('%s.%s is append-only: %s refused', tg_table_schema, tg_table_name, lower(tg_op)),
        hint = 'What was done stays done. Erase a person by deleting the keys of the person.';
end $$;

create function audit.leaves_when_sealed() returns trigger language plpgsql as $$
begin
    if exists (select from removed i where not exists
               (select from audit.records r where r.sealed_at >= now() and r.id = (i.line::json ->> 'id')::uuid and r.line = i.line)) then
        raise exception using errcode = 'EL003', message = 'audit.inbox is append-only: a record leaves it when it is sealed';
    end if;
    return null;
end $$;

create trigger never_changes before update on audit.inbox for each row execute function audit.never_changes();
create trigger never_truncated before truncate on audit.inbox execute function audit.never_changes();
create trigger leaves_when_sealed after delete on audit.inbox referencing old table as removed
    for each statement execute function audit.leaves_when_sealed();
create trigger never_changes before update or delete on audit.records for each row execute function audit.never_changes();
create trigger never_truncated before truncate on audit.records execute function audit.never_changes();
create trigger never_changes before update or delete on audit.mentions for each row execute function audit.never_changes();
create trigger never_truncated before truncate on audit.mentions execute function audit.never_changes();
create trigger never_changes before update or delete on audit.nodes for each row execute function audit.never_changes();
create trigger never_truncated before truncate on audit.nodes execute function audit.never_changes();
create trigger never_changes before update or delete on audit.checkpoints for each row execute function audit.never_changes();
create trigger never_truncated before truncate on audit.checkpoints execute function audit.never_changes();
create trigger never_changes before update or delete on audit.signing_keys for each row execute function audit.never_changes();
create trigger never_truncated before truncate on audit.signing_keys execute function audit.never_changes();
create trigger never_changes before update on audit.person_keys for each row execute function audit.never_changes();

-- Also when somebody plays the replica to silence triggers.
alter table audit.inbox enable always trigger never_changes;
alter table audit.inbox enable always trigger never_truncated;
alter table audit.inbox enable always trigger leaves_when_sealed;
alter table audit.records enable always trigger never_changes;
alter table audit.records enable always trigger never_truncated;
alter table audit.mentions enable always trigger never_changes;
alter table audit.mentions enable always trigger never_truncated;
alter table audit.nodes enable always trigger never_changes;
alter table audit.nodes enable always trigger never_truncated;
alter table audit.checkpoints enable always trigger never_changes;
alter table audit.checkpoints enable always trigger never_truncated;
alter table audit.signing_keys enable always trigger never_changes;
alter table audit.signing_keys enable always trigger never_truncated;
alter table audit.person_keys enable always trigger never_changes;

revoke all on audit.inbox, audit.records, audit.mentions, audit.nodes, audit.checkpoints, audit.signing_keys, audit.person_keys from public;
revoke update, delete, truncate on audit.records, audit.mentions, audit.nodes, audit.checkpoints, audit.signing_keys from current_user;
revoke update, truncate on audit.inbox, audit.person_keys from current_user;

-- Makes the partition of a month, if there is none. Months are those of UTC.
create function audit.open_month(p_month date) returns void language plpgsql as $$
declare
    first date := date_trunc('month', p_month)::date;
    name text := 'records_' || to_char(first, 'YYYY_MM');
begin
    if to_regclass('audit.' || name) is not null then
        return;
    end if;
    execute format('create table audit.%I partition of audit.records for values from (%L) to (%L)', name,
        first::timestamp at time zone 'UTC', (first + interval '1 month')::timestamp at time zone 'UTC');
    execute format('create trigger never_truncated before truncate on audit.%I execute function audit.never_changes()', name);
    execute format('alter table audit.%I enable always trigger never_truncated', name);
    execute format('alter table audit.%I enable always trigger never_changes', name);
    execute format('revoke all on audit.%I from public', name);
    execute format('revoke update, delete, truncate on audit.%I from current_user', name);
end $$;

-- Makes the partitions of this month and of so many to come.
create function audit.open_months(p_ahead int) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('audit months', 0));
    perform audit.open_month((date_trunc('month', now() at time zone 'UTC') + make_interval(months => n))::date)
    from generate_series(0, p_ahead) n;
end $$;

select audit.open_months(12);
