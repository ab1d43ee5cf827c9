-- The last page of a document that is signed takes the signatures; documents of the time before have none.
alter table contract.documents add column signature_page integer check (signature_page > 0);

create table contract.signatures (
    document uuid        not null references contract.documents,
    revision integer     not null check (revision > 0),
    party    uuid        not null,
    made_at  timestamptz not null,
    previous text        not null check (previous ~ '^[0-9a-f]{64}$'),
    sha256   text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    primary key (document, revision),
    unique (document, party)
);
comment on table contract.signatures is 'each signature makes a revision of the file, kept under its hash; the newest is what people download';

create trigger signatures_stay before update or delete on contract.signatures
    for each row execute function contract.refuse_change();
