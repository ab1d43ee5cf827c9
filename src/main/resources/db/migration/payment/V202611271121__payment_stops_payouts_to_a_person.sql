-- People to whom nothing is paid for a while, because somebody else may be changing their account.
create table payment.payout_stops (
    party  uuid primary key,
    until  timestamptz not null,
    since  timestamptz not null
);
alter table payment.held_payouts drop constraint held_payouts_reason_check;
alter table payment.held_payouts add constraint held_payouts_reason_check check (reason in ('NO_ACCOUNT', 'OTHER_NAME', 'RETURNED', 'ACCOUNT_CHANGED'));
