-- Somebody has lost the second step and the recovery codes, and shows at the office who he is: one helper sees the paper, another
-- one after a day. Numbers on the paper are compared and not kept.
create table identity.factor_resets (
    id             uuid primary key,
    party_id       uuid        not null references identity.parties,
    paper          text        not null check (paper in ('ID_CARD', 'PASSPORT')),
    note           text        not null,
    asked_by       uuid        not null,
    asked_name     text        not null,
    asked_at       timestamptz not null,
    state          text        not null default 'ASKED' check (state in ('ASKED', 'DONE', 'REFUSED', 'STOPPED', 'LAPSED')),
    decided_by     uuid,
    decided_name   text,
    decision_note  text,
    decided_at     timestamptz,
    check ((state = 'ASKED') = (decided_at is null)),
    check (decided_by is distinct from asked_by or state in ('ASKED', 'LAPSED'))
);
create unique index factor_resets_one_open on identity.factor_resets (party_id) where state = 'ASKED';
create index factor_resets_of_party on identity.factor_resets (party_id, asked_at desc);
