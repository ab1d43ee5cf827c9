-- Each time a party proved who it is: from the consent to what the table and people decided.
create table identity.verifications (
    number         text primary key,
    party_id       uuid        not null references identity.parties,
    asked_by       uuid        not null,
    method         text        not null check (method in ('DAN', 'COMPANY')),
    state          text        not null check (state in ('CONSENTED', 'PROVEN', 'VERIFIED', 'DECLINED')),
    consented_at   timestamptz not null,
    proven_at      timestamptz,
    name_matches   boolean,
    face_likeness  double precision,
    owners_known   boolean,
    sanctions      boolean     not null default false,
    pep            boolean     not null default false,
    hits           text,
    level          text check (level in ('SDD', 'CDD', 'EDD', 'REJECT')),
    approver       text,
    refresh_every  text,
    approved_by    uuid,
    approved_name  text,
    funds_source   text,
    wealth_source  text,
    note           text,
    decided_at     timestamptz
);
create unique index verifications_running on identity.verifications (party_id) where state in ('CONSENTED', 'PROVEN');
create index verifications_party on identity.verifications (party_id, consented_at desc);

-- Pictures of faces are kept from the consent to the comparison and no longer.
create table identity.verification_faces (
    number  text primary key references identity.verifications,
    taken   bytea not null,
    card    bytea
);

-- Journeys to the sign-on: a state is known by its hash, belongs to one person and is good for one return.
create table identity.sign_ons (
    state_hash  text primary key,
    number      text        not null references identity.verifications,
    party_id    uuid        not null,
    begun_at    timestamptz not null,
    used_at     timestamptz
);

-- Who holds a company in the end, as the register said at its last verification.
create table identity.company_owners (
    company     uuid    not null references identity.parties,
    position    int     not null,
    name        text    not null,
    country     text,
    share_pct   numeric(6, 3) not null,
    primary key (company, position)
);

-- Where a party stands now: what it may do is read from here.
create table identity.verified_parties (
    party_id     uuid primary key references identity.parties,
    standing     text not null check (standing in ('OPEN', 'VERIFIED', 'DUE', 'EXPIRED', 'DECLINED')),
    level        text,
    number       text references identity.verifications,
    valid_until  date,
    since        timestamptz not null
);
