-- From which network a person signed in; kept for a year.
create table identity.sign_ins (
    id         bigint generated always as identity primary key,
    party_id   uuid not null references identity.parties,
    device_id  uuid not null,
    address    inet not null,
    at         timestamptz not null
);

create index sign_ins_of_party on identity.sign_ins (party_id, at desc);
