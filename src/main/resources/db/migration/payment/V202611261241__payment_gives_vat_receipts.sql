alter table payment.collections drop constraint collections_purpose_check;
alter table payment.collections add constraint collections_purpose_check check (purpose in ('DEPOSIT', 'BALANCE', 'INTEREST', 'COMMISSION'));
alter table payment.collections add column vat bigint, add column vat_company boolean, add column vat_number text;

-- A receipt for a fee that was paid by QR. The lottery number and the code are the payer's and are forgotten later.
create table payment.vat_receipts (
    payment_id    text primary key,
    collection_id uuid        not null references payment.collections,
    tries         int         not null default 0,
    next_try_at   timestamptz,
    last_error    text,
    number        text unique,
    amount        bigint,
    vat           bigint,
    lottery       text,
    qr_data       text,
    issued_at     timestamptz,
    check ((number is null) = (issued_at is null))
);
create index vat_receipts_due on payment.vat_receipts (next_try_at) where issued_at is null;
create index vat_receipts_of_collection on payment.vat_receipts (collection_id);
