create schema if not exists payment;

-- Money asked for. A collection that lapsed may be opened again with a new term; what came stays counted.
create table payment.collections (
    id             uuid primary key,
    case_no        text not null,
    purpose        text not null check (purpose in ('DEPOSIT', 'BALANCE')),
    payer          uuid not null,
    amount         bigint not null check (amount > 0),
    received       bigint not null default 0 check (received between 0 and amount),
    pay_by         timestamptz not null,
    state          text not null check (state in ('OPEN', 'FUNDED', 'LAPSED')),
    reference      text not null unique,
    callback_token text not null unique,
    opened_at      timestamptz not null,
    check_at       timestamptz,
    checks_left    int not null default 0,
    unique (case_no, purpose)
);
create index collections_to_check on payment.collections (check_at) where check_at is not null;

-- The gateway makes a second invoice for the same number, so the first is kept and reused.
create table payment.invoices (
    id            text primary key,
    collection_id uuid not null references payment.collections,
    amount        bigint not null,
    qr_text       text not null,
    qr_image      text not null,
    links         jsonb not null,
    state         text not null check (state in ('OPEN', 'CANCELLED')),
    made_at       timestamptz not null
);
create unique index one_open_invoice on payment.invoices (collection_id) where state = 'OPEN';
create index invoices_of_collection on payment.invoices (collection_id);

-- Every payment the outside world told us of, once. What cannot be placed waits here until somebody decided.
create table payment.receipts (
    id             bigint generated always as identity primary key,
    external_id    text not null unique,
    channel        text not null check (channel in ('QPAY', 'BANK')),
    received_at    timestamptz not null,
    amount         bigint not null check (amount > 0),
    payer_name     text,
    payer_account  text,
    description    text,
    case_no        text,
    collection_id  uuid references payment.collections,
    accepted       bigint not null default 0,
    excess         bigint not null default 0,
    problem        text check (problem in ('OVERPAID', 'SECOND_PAYMENT', 'AFTER_LAPSE', 'UNKNOWN_REFERENCE', 'WRONG_PAYMENT_NUMBER')),
    state          text not null check (state in ('BOOKED', 'WAITING', 'RETURNING', 'RETURNED', 'PLACED')),
    to_name        text,
    to_iban        text,
    decided_by     uuid,
    decided_name   text,
    decided_at     timestamptz,
    check (accepted + excess = amount or state = 'PLACED')
);
create index receipts_waiting on payment.receipts (id) where state in ('WAITING', 'RETURNING');
create index receipts_of_case on payment.receipts (case_no);

create table payment.statement_position (
    account text primary key,
    record  bigint not null
);

create table payment.beneficiaries (
    case_no text not null,
    payee   text not null check (payee in ('BUYER', 'SELLER', 'BROKER', 'MORTGAGEE')),
    party   uuid,
    name    text not null,
    iban    text not null,
    primary key (case_no, payee)
);
create index beneficiaries_of_party on payment.beneficiaries (party);

create table payment.settlements (
    case_no         text primary key,
    price           bigint not null,
    seller          uuid not null,
    broker          uuid,
    tax             bigint not null,
    mortgage_payoff bigint not null,
    broker_fee      bigint not null,
    broker_vat      bigint not null,
    platform_fee    bigint not null,
    platform_vat    bigint not null,
    seller_net      bigint not null,
    check (price = tax + mortgage_payoff + broker_fee + broker_vat + platform_fee + platform_vat + seller_net),
    check (least(tax, mortgage_payoff, broker_fee, broker_vat, platform_fee, platform_vat, seller_net) >= 0)
);

-- One release may need several rounds: the bank's loan first, then the seller, then what was retained.
create table payment.releases (
    case_no       text primary key,
    round         int not null,
    action        text not null,
    approvals     int not null,
    retained      bigint not null default 0,
    approved_by   uuid,
    approved_name text,
    second_by     uuid,
    second_name   text
);

-- Money on its way out. Written and committed before the bank is called.
create table payment.transfers (
    id         bigint generated always as identity primary key,
    key        text not null,
    attempt    int not null,
    case_no    text,
    kind       text not null,
    party      uuid,
    from_path  text not null,
    to_name    text not null,
    to_iban    text not null,
    amount     bigint not null check (amount > 0),
    text       text not null,
    state      text not null check (state in ('INTENDED', 'SENT', 'BOOKED', 'REFUSED')),
    sends      int not null default 0,
    sent_at    timestamptz,
    first_sent date,
    journal_no text,
    reason     text,
    intended_at timestamptz not null,
    ended_at   timestamptz,
    unique (key, attempt)
);
create index transfers_of_case on payment.transfers (case_no);
create index transfers_open on payment.transfers (id) where state in ('INTENDED', 'SENT');
