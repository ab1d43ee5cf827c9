-- A balance that was not there in time: the extra period and the late interest counted so far.
create table sale.arrears (
    sale         text        primary key references sale.sales,
    due_at       timestamptz not null,
    extra_until  timestamptz,
    owed_mnt     bigint      not null check (owed_mnt >= 0),
    agreed       boolean     not null,
    rate_per_day double precision not null,
    counted_days bigint      not null check (counted_days >= 0),
    interest_mnt bigint      not null check (interest_mnt >= 0),
    state        text        not null check (state in ('OPEN', 'SETTLED', 'UNPAID'))
);
