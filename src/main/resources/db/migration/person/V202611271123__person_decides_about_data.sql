-- What people agreed to, in which words, when, and since when no more. Rows are never changed but by withdrawing.
create table person.consents (
    id            bigint generated always as identity primary key,
    person        uuid not null,
    purpose       text not null check (purpose in ('NEWS', 'STATISTICS', 'SUPPORT')),
    words         text not null,
    given_at      timestamptz not null,
    withdrawn_at  timestamptz check (withdrawn_at >= given_at)
);
create unique index consents_standing on person.consents (person, purpose) where withdrawn_at is null;

create function person.refuse_rewriting() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.withdrawn_at is not null or to_jsonb(new) - 'withdrawn_at' <> to_jsonb(old) - 'withdrawn_at' then
        raise exception 'a consent is withdrawn, never rewritten';
    end if;
    return new;
end $$;
create trigger consents_stay before update or delete on person.consents for each row execute function person.refuse_rewriting();

-- Archives of all data of a person, sealed with the key of the person; thrown away after some days.
create table person.exports (
    id        uuid primary key,
    person    uuid not null,
    asked_at  timestamptz not null,
    tried_at  timestamptz,
    ready_at  timestamptz,
    content   bytea,
    check ((ready_at is null) = (content is null))
);
create unique index exports_one_in_preparation on person.exports (person) where ready_at is null;

-- Who asked to be forgotten. What the law keeps goes on the day rest_on.
create table person.erasures (
    person    uuid primary key,
    asked_at  timestamptz not null,
    rest_on   date,
    done_at   timestamptz,
    check ((rest_on is null) = (done_at is not null) or done_at is not null)
);
create index erasures_due on person.erasures (rest_on) where done_at is null;
