-- The account number of a deal: one, for ever, and nobody else's. Money sent to it is booked on the escrow account.
create table payment.virtual_accounts (
    case_no   text primary key,
    iban      text not null unique check (iban ~ '^MN[0-9]{18}$'),
    opened_at timestamptz not null
);
create trigger never_changes before update or delete on payment.virtual_accounts for each row execute function payment.never_changes();
create trigger never_truncated before truncate on payment.virtual_accounts execute function payment.never_changes();

-- The number a payment was sent to, as the bank named it; null for the escrow account itself.
alter table payment.receipts add column virtual_account text;
