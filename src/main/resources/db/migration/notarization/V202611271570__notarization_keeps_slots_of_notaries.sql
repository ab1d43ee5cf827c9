alter table notarization.notaries add column office text not null default '';

create table notarization.opening_hours (
    notary_no integer not null references notarization.notaries (notary_no),
    weekday   integer not null check (weekday between 1 and 7),
    opens     time    not null,
    closes    time    not null,
    primary key (notary_no, weekday, opens),
    check (opens < closes)
);

-- who was a notary before there were hours keeps those of offices
insert into notarization.opening_hours
select n.notary_no, d.weekday, h.opens, h.closes
from notarization.notaries n, generate_series(1, 5) as d (weekday),
    (values (time '09:00', time '13:00'), (time '14:00', time '18:00')) as h (opens, closes);

create table notarization.slots (
    id          bigint generated always as identity primary key,
    case_ref    text        not null,
    notary_no   integer     not null references notarization.notaries (notary_no),
    during      tstzrange   not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
    state       text        not null check (state in ('TAKEN', 'HELD', 'GIVEN_BACK')),
    taken_by    uuid,
    taken_at    timestamptz not null,
    ended_at    timestamptz,
    constraint one_session_at_a_time exclude using gist (int4range(notary_no, notary_no, '[]') with &&, during with &&) where (state = 'TAKEN'),
    -- a session is moved by taking the new slot before giving the old one back, within one transaction
    constraint one_slot_a_case exclude using btree (case_ref with =) where (state = 'TAKEN') deferrable initially deferred,
    check ((state = 'TAKEN') = (ended_at is null))
);

create index slots_by_case on notarization.slots (case_ref, id desc);
