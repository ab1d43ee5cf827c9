create schema if not exists edge;

-- The first answer to a call that must not be done twice.
create table edge.answers (
    person       text not null,
    key          text not null,
    fingerprint  text not null,
    status       int,
    headers      text,
    body         bytea,
    started_at   timestamptz not null,
    finished_at  timestamptz,
    primary key (person, key)
);

create index answers_started on edge.answers (started_at);
