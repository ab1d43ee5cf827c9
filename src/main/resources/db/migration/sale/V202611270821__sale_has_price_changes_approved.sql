create table sale.price_changes (
    id          bigint generated always as identity primary key,
    listing     text not null,
    price_from  bigint not null check (price_from > 0),
    price_to    bigint not null check (price_to > 0),
    by_party    uuid not null,
    by_person   uuid not null,
    by_name     text not null,
    at          timestamptz not null,
    low         bigint,
    middle      bigint,
    high        bigint,
    comparables int,
    state       text not null check (state in ('AT_ONCE', 'WAITING', 'APPROVED', 'SENT_BACK', 'TAKEN_BACK', 'DROPPED')),
    reviewed_by uuid,
    answered_at timestamptz,
    reason      text,
    constraint nobody_approves_a_price_alone check (reviewed_by <> by_party and reviewed_by <> by_person),
    constraint price_review_is_whole check ((reviewed_by is not null) = (state in ('APPROVED', 'SENT_BACK'))),
    constraint price_sent_back_for_a_reason check ((reason is not null) = (state = 'SENT_BACK'))
);
create index on sale.price_changes (listing, id desc);
create unique index one_price_change_waits on sale.price_changes (listing) where state = 'WAITING';
comment on table sale.price_changes is 'each price that seller or agent asked for on a listing after the first, and what another agent said to it';
