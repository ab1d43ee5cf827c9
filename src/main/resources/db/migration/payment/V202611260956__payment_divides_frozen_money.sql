-- What an escrow officer decided about frozen money, and who confirmed it.
create table payment.divisions (
    case_no        text primary key,
    seller_pct     int         not null check (seller_pct between 0 and 100),
    reason         text        not null,
    decided_by     uuid        not null,
    decided_name   text        not null,
    decided_at     timestamptz not null,
    confirmed_by   uuid,
    confirmed_name text
);
