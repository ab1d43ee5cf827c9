-- Lines of the escrow statement that wait for an escrow officer: corrections of the bank, money that left without an order.
create table payment.statement_findings (
    record       bigint primary key,
    booked_at    timestamptz not null,
    amount       bigint not null check (amount <> 0),
    problem      text not null check (problem in ('CORRECTION', 'NO_ORDER')),
    account      text,
    description  text,
    journal_no   text,
    note         text,
    cleared_by   uuid,
    cleared_name text,
    cleared_at   timestamptz,
    check ((cleared_at is null) = (note is null))
);
create index statement_findings_open on payment.statement_findings (record) where cleared_at is null;
