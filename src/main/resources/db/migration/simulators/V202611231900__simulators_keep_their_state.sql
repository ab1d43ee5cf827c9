create schema if not exists simulators;

create table simulators.exchanges (
    id             bigint generated always as identity primary key,
    correlation_id text        not null,
    at             timestamptz not null,
    direction      text        not null check (direction in ('IN', 'OUT')),
    system         text        not null,
    operation      text        not null,
    method         text        not null,
    address        text        not null,
    request        text,
    status         int         not null,
    response       text,
    millis         bigint      not null
);
create index on simulators.exchanges (system, id);

create table simulators.switches (
    id        bigint generated always as identity primary key,
    system    text not null,
    operation text not null,
    behaviour text not null,
    value     text,
    remaining int,
    unique (system, operation, behaviour)
);

create table simulators.tokens (
    token      text primary key,
    system     text        not null,
    kind       text        not null,
    expires_at timestamptz not null
);

create table simulators.qpay_invoices (
    id                  uuid primary key,
    invoice_code        text          not null,
    sender_invoice_no   text          not null,
    sender_branch_code  text,
    receiver_code       text          not null,
    description         text          not null,
    amount              numeric(20, 2) not null check (amount > 0),
    callback_url        text          not null,
    status              text          not null check (status in ('OPEN', 'CANCELED', 'CLOSED')),
    enable_expiry       boolean       not null,
    expiry_date         timestamptz   not null,
    due_date            text,
    allow_partial       boolean       not null,
    minimum_amount      numeric(20, 2) not null,
    allow_exceed        boolean       not null,
    maximum_amount      numeric(20, 2) not null,
    note                text,
    lines               text          not null,
    qr_text             text          not null,
    short_code          text          not null unique,
    created_at          timestamptz   not null
);
create index on simulators.qpay_invoices (sender_invoice_no);

create table simulators.qpay_payments (
    id          text primary key,
    invoice_id  uuid          not null references simulators.qpay_invoices,
    amount      numeric(20, 2) not null check (amount > 0),
    status      text          not null check (status in ('NEW', 'PAID', 'FAILED', 'REFUNDED')),
    type        text          not null check (type in ('P2P', 'CARD')),
    wallet      text          not null,
    paid_by     text          not null,
    bank_code   text          not null,
    paid_at     timestamptz   not null,
    visible_at  timestamptz   not null
);
create index on simulators.qpay_payments (invoice_id);

create table simulators.bank_accounts (
    iban      text primary key check (iban ~ '^MN[0-9]{18}$'),
    number    text          not null,
    bank_code text          not null,
    name      text          not null,
    client    boolean       not null default false,
    balance   numeric(20, 2) not null default 0
);

create table simulators.bank_entries (
    iban            text          not null references simulators.bank_accounts,
    record          bigint        not null,
    tran_date       date          not null,
    post_date       date          not null,
    time            text          not null,
    journal         bigint        not null,
    code            int           not null,
    amount          numeric(20, 2) not null,
    balance         numeric(20, 2) not null,
    correction      int           not null default 0,
    description     text          not null,
    related_account text          not null,
    transferid      text,
    primary key (iban, record)
);

create table simulators.interbank_orders (
    journal     bigint primary key,
    from_iban   text          not null,
    to_iban     text          not null,
    to_name     text          not null,
    to_bank     text          not null,
    amount      numeric(20, 2) not null,
    value_date  date          not null,
    description text          not null
);

create sequence simulators.journals start 7000001;
