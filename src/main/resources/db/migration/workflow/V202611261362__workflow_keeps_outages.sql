-- Outside systems that keep failing what asks them in a rhythm; a row goes when the system works again.
create table workflow.outages (
    poller     text primary key,
    kind       text        not null,
    unanswered boolean     not null,
    technical  text        not null,
    since      timestamptz not null,
    last_at    timestamptz not null,
    times      int         not null
);

-- Who had one asked at once, when and why. Nothing is ever taken out of it.
create table workflow.outage_tries (
    id         bigint      generated always as identity primary key,
    poller     text        not null,
    times      int         not null,
    asked_by   uuid        not null,
    asked_name text        not null,
    asked_at   timestamptz not null,
    reason     text        not null
);
create index outage_tries_of_poller on workflow.outage_tries (poller, id desc);
