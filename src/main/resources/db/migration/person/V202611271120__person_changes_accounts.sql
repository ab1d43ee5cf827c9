create schema if not exists person;

-- Changes of the accounts that people are paid into. Accounts stand sealed with the key of the person.
create table person.payout_changes (
    number        text primary key,
    owner         uuid not null,
    iban          text not null check (iban like 'p1.%'),
    old_iban      text check (old_iban like 'p1.%'),
    holder        text,
    name_matches  boolean not null,
    points        bigint not null default 0,
    signs         text not null default '',
    stopped       boolean not null default false,
    state         text not null default 'ASKED' check (state in ('ASKED', 'ADOPTED', 'REFUSED', 'WITHDRAWN')),
    asked_at      timestamptz not null,
    holds_from    timestamptz,
    decided_by    uuid,
    decided_name  text,
    note          text,
    closed_at     timestamptz,
    check ((state = 'ASKED') = (closed_at is null))
);
create unique index payout_changes_one_open on person.payout_changes (owner) where state = 'ASKED';
create index payout_changes_of_owner on person.payout_changes (owner, asked_at desc);
