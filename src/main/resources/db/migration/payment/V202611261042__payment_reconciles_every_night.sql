-- A finding that is no line of the statement gets a number below zero, and the same difference is found once.
create sequence payment.findings_without_line;
alter table payment.statement_findings add column reference text unique;
alter table payment.statement_findings drop constraint statement_findings_problem_check;
alter table payment.statement_findings add constraint statement_findings_problem_check check (problem in (
    'CORRECTION', 'NO_ORDER', 'AMOUNT_DIFFERS', 'LINE_NOT_BOOKED', 'TRANSFER_NOT_IN_STATEMENT', 'TRANSFER_UNANSWERED',
    'RECEIPT_NOT_IN_STATEMENT', 'RECEIPT_DIFFERS', 'OPENING_DIFFERS', 'CLOSING_DIFFERS', 'QPAY_NOT_BOOKED',
    'QPAY_NOT_AT_GATEWAY', 'QPAY_DIFFERS'));

-- What a day of the books was compared with, and what did not agree.
create table payment.reconciliations (
    day         date primary key,
    opening     bigint,
    money_in    bigint not null,
    money_out   bigint not null,
    closing     bigint,
    lines       int not null,
    payments    int not null,
    ran_at      timestamptz not null,
    ran_by_name text
);
create table payment.reconciliation_differences (
    day       date not null references payment.reconciliations (day),
    line      int not null,
    problem   text not null,
    reference text not null,
    expected  bigint,
    found     bigint,
    case_no   text,
    purpose   text,
    finding   bigint not null references payment.statement_findings (record),
    primary key (day, line)
);
create index reconciliation_differences_of_finding on payment.reconciliation_differences (finding);
