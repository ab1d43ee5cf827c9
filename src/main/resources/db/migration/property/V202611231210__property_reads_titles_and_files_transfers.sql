create schema if not exists property;

-- The people of a case as the state register knows them. register_no, parent_name and given_name are personal data:
-- issue 4 encrypts these columns (AES-256-GCM, blind index for look-up).
create table property.case_people (
    case_no        text not null,
    party          uuid not null,
    register_no    text not null,
    parent_name    text not null,
    given_name     text not null,
    primary key (case_no, party)
);

create table property.title_readings (
    id                  bigint generated always as identity primary key,
    case_no             text not null,
    property_id         uuid not null references property.properties,
    read_at             timestamptz not null,
    found               boolean not null,
    owner_match         boolean not null,
    certificate_match   boolean not null,
    arrest              boolean not null,
    court_dispute       boolean not null,
    mortgage            boolean not null,
    mortgagee_consent   boolean not null,
    pending_filing      boolean not null,
    lease_registered    boolean not null,
    parcel_match        boolean not null,
    minor_owner         boolean not null,
    permit_for_minor    boolean not null,
    unfinished          boolean not null,
    area_diff_pct       double precision not null,
    open_deals          int not null,
    regime              text not null check (regime in ('SEPARATE', 'JOINT', 'SHARED')),
    owner_names         text not null
);
create index on property.title_readings (property_id, id desc);
create index on property.title_readings (case_no, id desc);

create table property.title_decisions (
    reading_id     bigint primary key references property.title_readings,
    decision       text not null check (decision in ('OK', 'CURE', 'STOP')),
    code           text not null,
    decided_at     timestamptz not null
);

create table property.title_cures (
    id              bigint generated always as identity primary key,
    case_no         text not null,
    property_id     uuid not null references property.properties,
    code            text not null,
    document_no     text not null,
    document_date   date not null,
    issuer          text not null,
    note            text not null,
    cured_by        uuid not null,
    cured_at        timestamptz not null
);
create index on property.title_cures (property_id, code);

create table property.transfer_papers (
    case_no         text primary key,
    notary_number   text,
    contract_sha256 text,
    tax_receipt_no  text,
    urgent          boolean not null default false
);

create table property.filings (
    id              bigint generated always as identity primary key,
    case_no         text not null,
    attempt         int not null check (attempt > 0),
    idempotency_key text not null unique,
    property_id     uuid not null references property.properties,
    state           text not null check (state in ('FILING', 'PENDING', 'REGISTERED', 'REFUSED', 'WITHDRAWN')),
    filing_no       text unique,
    reason          text,
    filed_at        timestamptz not null,
    answered_at     timestamptz,
    unique (case_no, attempt),
    check (state in ('FILING', 'WITHDRAWN') or filing_no is not null)
);
create index on property.filings (state) where state in ('FILING', 'PENDING');
create index on property.filings (property_id);

create table property.filing_notes (
    id              bigint generated always as identity primary key,
    case_no         text not null,
    kind            text not null check (kind in ('FIX', 'CHASE')),
    note            text not null,
    noted_by        uuid not null,
    noted_at        timestamptz not null
);

create function property.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger append_only before update or delete on property.title_readings
    for each row execute function property.refuse_change();
create trigger append_only before update or delete on property.title_decisions
    for each row execute function property.refuse_change();
create trigger append_only before update or delete on property.title_cures
    for each row execute function property.refuse_change();
create trigger append_only before update or delete on property.transfers
    for each row execute function property.refuse_change();
