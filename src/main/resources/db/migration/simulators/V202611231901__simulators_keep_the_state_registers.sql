create schema if not exists simulators;

create table simulators.people (
    regnum      text primary key,
    civil_id    text not null unique,
    surname     text not null,
    lastname    text not null,
    firstname   text not null,
    gender      text not null,
    nationality text not null default 'Монгол',
    birth_date  date not null,
    district    text not null,
    khoroo      text not null,
    street      text not null,
    building    text not null,
    door        text not null,
    deceased_on date
);

create table simulators.marriages (
    id            bigint generated always as identity primary key,
    husband       text not null,
    wife          text not null,
    married_date  date not null,
    registered_id text not null,
    divorced_date date
);
create index on simulators.marriages (husband);
create index on simulators.marriages (wife);

create table simulators.companies (
    regnum   text primary key,
    name     text not null,
    form     text not null,
    director text not null
);

create table simulators.titles (
    property_no    text primary key check (property_no ~ '^[ГҮЭ][0-9]{10}$'),
    kind           text          not null,
    usage          text          not null,
    certificate_no text          not null,
    parcel_id      text,
    area_m2        numeric(12, 2) not null,
    value_mnt      numeric(20, 0) not null,
    full_address   text          not null
);

create table simulators.title_owners (
    property_no text not null references simulators.titles,
    position    int  not null,
    regnum      text not null,
    surname     text not null,
    lastname    text not null,
    firstname   text not null,
    primary key (property_no, position)
);
create index on simulators.title_owners (regnum);

create table simulators.title_entries (
    id             bigint generated always as identity primary key,
    property_no    text    not null references simulators.titles,
    service_name   text    not null,
    registered_on  date    not null,
    owner_name     text    not null,
    other_party    text,
    contract_price numeric(20, 0),
    active         boolean not null default true
);
create index on simulators.title_entries (property_no);

create table simulators.parcels (
    parcel_id   text primary key,
    area_m2     numeric(12, 2) not null,
    landuse     text          not null,
    district    text          not null,
    khoroo      text          not null,
    street      text          not null,
    property_no text,
    mortgage    boolean       not null default false,
    court       boolean       not null default false
);

create table simulators.xyp_clients (
    access_token text primary key,
    public_key   text not null,
    private_key  text not null
);

create table simulators.registry_applications (
    filing_no          text primary key,
    idempotency_key    text        not null unique,
    body               text        not null,
    property_no        text        not null,
    buyer              text        not null,
    state              text        not null check (state in ('PENDING', 'REGISTERED', 'REFUSED', 'WITHDRAWN')),
    reason             text,
    new_certificate_no text,
    filed_at           timestamptz not null,
    decide_at          timestamptz,
    decided_at         timestamptz
);
create index on simulators.registry_applications (decide_at) where state = 'PENDING';

create sequence simulators.filings;
create sequence simulators.certificates start 990001;

create table simulators.notary_entries (
    code          text primary key check (code ~ '^[A-Z0-9]{12}$'),
    regnum        text        not null,
    last_name     text        not null,
    first_name    text        not null,
    property_no   text        not null,
    service_id    int         not null,
    service_name  text        not null,
    book_number   text        not null,
    book_date     date        not null,
    employee_code text        not null,
    status        int         not null,
    status_name   text        not null,
    entered_at    timestamptz not null,
    unique (employee_code, book_date, book_number)
);

create table simulators.mails (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    sender     text        not null,
    recipients text        not null,
    subject    text        not null,
    text_body  text,
    html_body  text,
    raw        bytea       not null
);
