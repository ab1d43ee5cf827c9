create table simulators.qpay_barimts (
    id            uuid        primary key,
    payment_id    text        not null references simulators.qpay_payments,
    receiver_type text        not null check (receiver_type in ('CITIZEN', 'COMPANY')),
    receiver      text        not null,
    district      text        not null,
    receipt_id    text        not null unique,
    lottery       text        not null,
    qr_data       text        not null,
    made_at       timestamptz not null,
    cancelled     boolean     not null
);
create unique index one_standing_barimt on simulators.qpay_barimts (payment_id) where not cancelled;
