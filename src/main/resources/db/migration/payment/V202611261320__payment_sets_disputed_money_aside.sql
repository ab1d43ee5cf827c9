-- Money that the parties of a case dispute. It lies on an account of its own (2130 / case / dispute) until it is divided.
create table payment.disputes (
    case_no   text    not null,
    number    int     not null check (number > 0),
    amount    bigint  not null check (amount >= 0),
    aside     boolean not null default false,
    table_pct int check (table_pct between 0 and 100),
    to_buyer  bigint check (to_buyer >= 0),
    to_seller bigint check (to_seller >= 0),
    primary key (case_no, number)
);
comment on column payment.disputes.aside is 'a release has left the sum out and goes on with the rest';
comment on column payment.disputes.table_pct is 'the seller''s part of the deposit by the table, when the deal was called off meanwhile';
comment on column payment.disputes.to_buyer is 'null while the dispute lives';
create unique index one_dispute_at_a_time on payment.disputes (case_no) where to_buyer is null;
