-- Helpers ask a person to be let into the file, and look into it while the person's consent stands. Each look says who, when and why.
create table person.support_asks (
    id           uuid primary key,
    person       uuid        not null,
    asked_by     uuid        not null,
    asked_name   text        not null,
    reason       text        not null,
    asked_at     timestamptz not null,
    answered_at  timestamptz
);
create unique index support_asks_one_open on person.support_asks (person, asked_by) where answered_at is null;

create table person.support_visits (
    id         uuid primary key,
    person     uuid        not null,
    by_party   uuid        not null,
    by_name    text        not null,
    reason     text        not null,
    opened_at  timestamptz not null,
    until      timestamptz not null check (until > opened_at),
    closed_at  timestamptz,
    looks      int         not null default 0
);
create index support_visits_of_person on person.support_visits (person, opened_at desc);
