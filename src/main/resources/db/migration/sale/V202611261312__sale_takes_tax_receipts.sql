create table sale.tax_choices (
    sale      text primary key references sale.sales,
    by_seller boolean not null,
    chosen_at timestamptz not null
);
comment on table sale.tax_choices is 'sellers who said how the tax on the price is paid; others leave it to the escrow';

create table sale.tax_receipts (
    id          bigint generated always as identity primary key,
    sale        text not null references sale.sales,
    receipt_no  text not null,
    paid_on     date not null,
    amount_mnt  bigint not null check (amount_mnt > 0),
    type        text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
    sha256      text not null,
    state       text not null check (state in ('WAITING', 'ACCEPTED', 'SENT_BACK')),
    reason      text,
    shown_by    uuid not null,
    shown_at    timestamptz not null,
    answered_by uuid,
    answered_at timestamptz,
    check ((state = 'SENT_BACK') = (reason is not null))
);
create index on sale.tax_receipts (sale);
create unique index on sale.tax_receipts (receipt_no) where state = 'ACCEPTED';
create unique index on sale.tax_receipts (sha256) where state = 'ACCEPTED';
comment on table sale.tax_receipts is 'receipts of the tax office that sellers have shown; one receipt pays the tax of one sale';
