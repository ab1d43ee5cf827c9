create table contract.brought_papers (
    id         uuid        primary key,
    case_ref   text        not null,
    title      text        not null,
    type       text        not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
    sha256     text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    by_party   uuid        not null,
    by_name    text        not null,
    brought_at timestamptz not null,
    unique (case_ref, sha256)
);
comment on table contract.brought_papers is 'scans and photographs that people brought to a case; the files are kept under their hashes';

create trigger brought_papers_stay before update or delete on contract.brought_papers
    for each row execute function contract.refuse_change();
