create table sale.preparations (
    id          bigint generated always as identity primary key,
    listing     text not null,
    by_party    uuid not null,
    at          timestamptz not null,
    asked       bigint,
    low         bigint,
    middle      bigint,
    high        bigint,
    comparables int,
    reviewed_by uuid,
    reviewed_at timestamptz,
    approved    boolean,
    reason      text,
    constraint nobody_approves_alone check (reviewed_by <> by_party),
    constraint review_is_whole check ((approved is null) = (reviewed_by is null) and (approved is null) = (reviewed_at is null)),
    constraint sent_back_for_a_reason check (approved is distinct from false or reason is not null),
    constraint range_is_whole check ((low is null) = (middle is null) and (middle is null) = (high is null) and low <= middle and middle <= high)
);
create index on sale.preparations (listing, id);
comment on table sale.preparations is 'each time an agent prepared a listing: what comparables made it worth, and what another agent said to it';
