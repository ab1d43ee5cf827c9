create schema if not exists contract;

create table contract.documents (
    id                uuid primary key,
    case_ref          text        not null,
    kind              text        not null,
    slot              text        not null default '',
    version           integer     not null check (version > 0),
    state             text        not null check (state in ('VALID', 'OLD', 'VOID')),
    sha256            text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    pages             integer     not null check (pages > 0),
    facts             jsonb       not null,
    verification_code text        not null unique check (verification_code ~ '^[2-9A-HJ-NP-Z]{12}$'),
    drafted_at        timestamptz not null,
    unique (case_ref, kind, slot, version)
);

create unique index one_valid_version on contract.documents (case_ref, kind, slot) where state = 'VALID';
create index documents_by_case on contract.documents (case_ref, drafted_at);

create table contract.signers (
    document uuid    not null references contract.documents,
    party    uuid    not null,
    place    integer not null,
    primary key (document, party)
);

create table contract.acceptances (
    document    uuid        not null,
    party       uuid        not null,
    accepted_at timestamptz not null,
    sha256      text        not null,
    device      text        not null,
    address     text        not null,
    primary key (document, party),
    foreign key (document, party) references contract.signers
);

create table contract.codes (
    id          bigint generated always as identity primary key,
    document    uuid        not null,
    party       uuid        not null,
    salt        bytea       not null,
    hash        bytea       not null,
    issued_at   timestamptz not null,
    valid_until timestamptz not null,
    tries       integer     not null default 0,
    used_at     timestamptz,
    foreign key (document, party) references contract.signers
);

create index codes_by_signer on contract.codes (document, party, issued_at desc);

create function contract.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;

create trigger acceptances_stay before update or delete on contract.acceptances
    for each row execute function contract.refuse_change();
create trigger signers_stay before update or delete on contract.signers
    for each row execute function contract.refuse_change();

create function contract.refuse_rewriting() returns trigger language plpgsql as $$
begin
    if new.sha256 <> old.sha256 or new.facts <> old.facts or new.version <> old.version or new.kind <> old.kind
        or new.case_ref <> old.case_ref or new.drafted_at <> old.drafted_at
        or new.verification_code <> old.verification_code or old.state <> 'VALID' then
        raise exception 'a document is never rewritten';
    end if;
    return new;
end
$$;

create trigger documents_stay before update on contract.documents
    for each row execute function contract.refuse_rewriting();
create trigger documents_are_kept before delete on contract.documents
    for each row execute function contract.refuse_change();
