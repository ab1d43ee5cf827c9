-- Who brought a statement into the books by hand, and what it brought.
create table payment.statement_files (
    id            bigint generated always as identity primary key,
    name          text not null,
    sha256        text not null,
    lines         int not null,
    received      int not null,
    found         int not null,
    uploaded_by   uuid not null,
    uploaded_name text not null,
    uploaded_at   timestamptz not null
);
