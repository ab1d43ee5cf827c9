create schema if not exists identity;

create table identity.parties (
    id                       uuid primary key,
    kind                     text not null check (kind in ('PERSON', 'COMPANY', 'FOREIGN_PERSON', 'FOREIGN_COMPANY')),
    clan_name                text,
    parent_name              text,
    given_name               text,
    company_name             text,
    register_number          text not null unique,
    birth_date               date,
    phone                    text,
    email                    text,
    address                  text,
    iban                     text check (iban ~ '^MN\d{18}$'),
    resident                 boolean not null default true,
    country                  text not null default 'MN' check (country ~ '^[A-Z]{2}$'),
    customer_type            text not null default 'PERSON'
        check (customer_type in ('PERSON', 'LEGAL', 'TRUST_OR_NGO', 'STATE', 'BANK', 'LISTED')),
    beneficial_owner_known   boolean not null default true,
    met_in_person            boolean not null default true,
    created_at               timestamptz not null,
    check ((company_name is null) = (kind in ('PERSON', 'FOREIGN_PERSON'))),
    check (company_name is not null or given_name is not null)
);

create index parties_phone on identity.parties (phone);
create index parties_iban on identity.parties (iban);

create table identity.accounts (
    username       text primary key check (username ~ '^[a-z0-9._-]{2,60}$'),
    party_id       uuid not null unique references identity.parties,
    password_hash  text not null,
    language       text not null default 'mn' check (language in ('mn', 'en')),
    demo           boolean not null default false,
    disabled_at    timestamptz,
    created_at     timestamptz not null
);

create table identity.account_roles (
    username  text not null references identity.accounts,
    role      text not null,
    primary key (username, role)
);

create index account_roles_role on identity.account_roles (role);

-- What the civil register said last.
create table identity.marriages (
    party_id                uuid primary key references identity.parties,
    married                 boolean not null,
    spouse_register_number  text,
    spouse_name             text,
    since                   date,
    read_at                 timestamptz not null
);

-- One row for each time a party was identified for a case.
create table identity.identifications (
    id             bigint generated always as identity primary key,
    party_id       uuid not null references identity.parties,
    case_ref       text not null,
    found          boolean not null,
    name_matches   boolean not null,
    sanctions      boolean not null,
    pep            boolean not null,
    level          text check (level in ('SDD', 'CDD', 'EDD', 'REJECT')),
    approver       text,
    refresh_every  text,
    approved       boolean,
    approved_by    uuid,
    funds_source   text,
    review_note    text,
    at             timestamptz not null,
    unique (party_id, case_ref)
);

create index identifications_case on identity.identifications (case_ref);

-- Persons on a list: sanctions, or politically exposed.
create table identity.screening (
    register_number  text not null,
    list             text not null check (list in ('SANCTIONS', 'PEP')),
    reason           text not null,
    listed_at        timestamptz not null,
    delisted_at      timestamptz,
    primary key (register_number, list)
);

create table identity.high_risk_countries (
    country  text primary key check (country ~ '^[A-Z]{2}$'),
    reason   text not null
);

-- Browsers a person signed in from: a random cookie and a hash of what the browser calls itself.
create table identity.devices (
    party_id    uuid not null references identity.parties,
    device_id   uuid not null,
    agent_hash  text not null,
    first_seen  timestamptz not null,
    last_seen   timestamptz not null,
    primary key (party_id, device_id)
);

create index devices_device on identity.devices (device_id);

-- Who had the full register number read, and for which case.
create table identity.register_readings (
    id        bigint generated always as identity primary key,
    party_id  uuid not null references identity.parties,
    case_ref  text not null,
    at        timestamptz not null
);
