-- What the bank said about the holder of an account, and when.
create table payment.name_checks (
    id         bigint generated always as identity primary key,
    iban       text not null,
    asked_name text,
    found_name text,
    bank_code  text,
    result     text not null check (result in ('MATCHES', 'NOT_ASKED', 'OTHER_NAME', 'NO_ACCOUNT')),
    checked_at timestamptz not null
);
create index name_checks_of_account on payment.name_checks (iban, id);

-- Pay-outs that wait for an escrow officer: never sent because of the account, or sent and come back.
create table payment.held_payouts (
    id           bigint generated always as identity primary key,
    key          text not null,
    case_no      text,
    kind         text not null,
    party        uuid,
    to_name      text not null,
    to_iban      text not null,
    amount       bigint not null check (amount > 0),
    reason       text not null check (reason in ('NO_ACCOUNT', 'OTHER_NAME', 'RETURNED')),
    detail       text,
    transfer_id  bigint references payment.transfers (id),
    state        text not null default 'OPEN' check (state in ('OPEN', 'RESENDING', 'DONE')),
    opened_at    timestamptz not null,
    decided_by   uuid,
    decided_name text,
    decided_at   timestamptz
);
create unique index held_payouts_open on payment.held_payouts (key) where state <> 'DONE';
create index held_payouts_of_case on payment.held_payouts (case_no);

-- The bank code as the name check gave it; the line by which the money came back.
alter table payment.transfers add column bank_code text;
alter table payment.transfers add column returned_record bigint;
alter table payment.transfers drop constraint transfers_state_check;
alter table payment.transfers add constraint transfers_state_check
    check (state in ('INTENDED', 'SENT', 'BOOKED', 'REFUSED', 'RETURNED'));

-- A line whose sum is not the one we ordered.
alter table payment.statement_findings add column ordered bigint;
alter table payment.statement_findings drop constraint statement_findings_problem_check;
alter table payment.statement_findings add constraint statement_findings_problem_check
    check (problem in ('CORRECTION', 'NO_ORDER', 'AMOUNT_DIFFERS'));
