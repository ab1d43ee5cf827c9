-- Whom we know and found on a list of sanctions, and what the head of compliance said of it: the same person, or another one of the name.
create table identity.list_matches (
    party_id     uuid        not null references identity.parties,
    list         text        not null,
    entry        text        not null,
    found_at     timestamptz not null,
    cleared_by   uuid,
    cleared_name text,
    cleared_at   timestamptz,
    note         text,
    primary key (party_id, list, entry),
    check ((cleared_by is null) = (cleared_at is null)),
    check ((cleared_by is null) = (note is null))
);
create index list_matches_open on identity.list_matches (found_at) where cleared_at is null;
