-- Where a person is signed in to the pages, so that it can be seen and ended from elsewhere.
create table identity.sessions (
    id          uuid primary key,
    party_id    uuid        not null references identity.parties,
    device_id   uuid        not null,
    agent       text        not null,
    address     inet,
    started_at  timestamptz not null,
    last_seen   timestamptz not null,
    ended_at    timestamptz
);
create index sessions_standing on identity.sessions (party_id) where ended_at is null;
create index sessions_age on identity.sessions (last_seen);
