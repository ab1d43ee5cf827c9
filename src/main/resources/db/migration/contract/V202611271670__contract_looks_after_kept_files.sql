-- Terms of keeping run from the end of a case.
create table contract.closed_cases (
    case_ref  text        primary key,
    closed_at timestamptz not null
);
create index closed_cases_by_time on contract.closed_cases (closed_at);
comment on table contract.closed_cases is 'cases that are over; the last end, when one was taken up again';

-- What was found when a file was last looked at. A file that nobody looked at has no row.
create table contract.file_checks (
    sha256     text        primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    state      text        not null check (state in ('WHOLE', 'CHANGED', 'MISSING', 'REMOVED')),
    checked_at timestamptz not null,
    since      timestamptz not null
);
create index file_checks_by_time on contract.file_checks (checked_at);
create index file_checks_damaged on contract.file_checks (state) where state in ('CHANGED', 'MISSING');
comment on column contract.file_checks.since is 'since when the file was found so, look after look';
comment on column contract.file_checks.state is 'REMOVED: the law asks for it no longer and it was taken away';

create view contract.kept_files as
    select sha256, case_ref, kind, drafted_at as kept_at from contract.documents
    union all
    select made.sha256, document.case_ref, document.kind, made.made_at
    from contract.signatures made join contract.documents document on document.id = made.document
    union all
    select sha256, case_ref, 'BROUGHT', brought_at from contract.brought_papers;
comment on view contract.kept_files is 'every file that must lie in the store, by what refers to it; one file may stand here more than once';
