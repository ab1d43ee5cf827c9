-- People who are in no register of ours show a passport: what its machine-readable zone says, and a picture of the page. Number and
-- picture stand sealed with the key of the person.
alter table identity.verifications drop constraint verifications_method_check;
alter table identity.verifications add constraint verifications_method_check check (method in ('DAN', 'COMPANY', 'PASSPORT'));
create table identity.passports (
    number       text primary key references identity.verifications,
    party_id     uuid        not null references identity.parties,
    document_no  text        not null check (document_no like 'p1.%'),
    issuer       text        not null check (issuer ~ '^[A-Z]{1,3}$'),
    nationality  text        not null check (nationality ~ '^[A-Z]{1,3}$'),
    born_matches boolean     not null,
    expires_on   date        not null,
    page         bytea       not null,
    shown_at     timestamptz not null
);
create index passports_of_party on identity.passports (party_id, shown_at desc);
