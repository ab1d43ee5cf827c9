create table sale.financings (
    sale     text primary key references sale.sales,
    bank     text    not null check (length(bank) between 1 and 120),
    loan_mnt bigint  not null check (loan_mnt > 0),
    clause   boolean not null
);
comment on table sale.financings is 'purchases that a bank pays part of; clause: the deposit comes back when it refuses';

create table sale.loan_decisions (
    sale          text primary key references sale.financings,
    approved      boolean     not null,
    letter_no     text        not null,
    letter_date   date        not null,
    amount_mnt    bigint check (amount_mnt > 0),
    valuation_mnt bigint check (valuation_mnt > 0),
    note          text,
    by_party      uuid        not null,
    at            timestamptz not null,
    check (approved = (amount_mnt is not null) and approved = (valuation_mnt is not null))
);
comment on table sale.loan_decisions is 'what the letter of the bank of the buyer says';

create table sale.payoffs (
    sale        text primary key references sale.sales,
    bank        text   not null,
    letter_no   text   not null,
    letter_date date   not null,
    amount_mnt  bigint not null check (amount_mnt > 0),
    iban        text   not null,
    valid_until date   not null
);
comment on table sale.payoffs is 'the mortgage of the seller that is paid off out of the price';

alter table sale.settlements add column payoff_mnt bigint not null default 0 check (payoff_mnt >= 0);
