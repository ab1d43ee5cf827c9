create schema if not exists notarization;

create table notarization.notaries (
    party      uuid primary key,
    notary_no  integer not null unique check (notary_no between 1 and 9999),
    licence_no text    not null,
    districts  text    not null
);

create table notarization.acts (
    id                uuid primary key,
    case_ref          text        not null,
    document          uuid        not null,
    registry_no       text        not null,
    district          text        not null,
    value_mnt         bigint      not null check (value_mnt > 0),
    seller            uuid        not null,
    buyer             uuid        not null,
    solo              boolean     not null,
    co_owners         integer     not null,
    poa_used          boolean     not null,
    foreign_documents boolean     not null,
    mortgaged         boolean     not null,
    land              boolean     not null,
    state             text        not null check (state in ('OPEN', 'CERTIFIED', 'REFUSED', 'VOID')),
    opened_at         timestamptz not null,
    fee_mnt           bigint,
    required          text        not null default '',
    notary            uuid,
    notary_name       text,
    checks            jsonb,
    number            text,
    decided_at        timestamptz,
    refusal_code      text,
    refusal_grounds   text,
    paper             uuid,
    check ((state in ('CERTIFIED', 'VOID')) = (number is not null)),
    check ((state = 'REFUSED') = (refusal_code is not null) or state = 'OPEN')
);

create index acts_by_case on notarization.acts (case_ref, opened_at desc);
create unique index one_open_act on notarization.acts (case_ref) where state = 'OPEN';

create table notarization.book_numbers (
    year      integer not null,
    notary_no integer not null,
    last      integer not null,
    primary key (year, notary_no)
);

create table notarization.book_entries (
    number      text primary key,
    year        integer     not null,
    notary_no   integer     not null,
    seq         integer     not null,
    act         uuid        not null references notarization.acts,
    kind        text        not null check (kind in ('CERTIFIED', 'VOIDED')),
    voids       text references notarization.book_entries,
    reason      text,
    entered_at  timestamptz not null,
    case_ref    text        not null,
    registry_no text        not null,
    seller      text        not null,
    buyer       text        not null,
    value_mnt   bigint      not null,
    fee_mnt     bigint      not null,
    sha256      text        not null,
    unique (year, notary_no, seq),
    unique (act, kind),
    check ((kind = 'VOIDED') = (voids is not null))
);

create table notarization.submissions (
    number       text primary key references notarization.book_entries,
    attempts     integer     not null default 0,
    next_try_at  timestamptz not null,
    code         text,
    submitted_at timestamptz
);

create index submissions_waiting on notarization.submissions (next_try_at) where code is null;

create function notarization.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;

create trigger book_entries_stay before update or delete on notarization.book_entries
    for each row execute function notarization.refuse_change();
