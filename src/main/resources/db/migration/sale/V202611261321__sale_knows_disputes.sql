create table sale.disputes (
    sale               text        not null references sale.sales,
    number             int         not null check (number > 0),
    claimant           uuid        not null,
    claimant_name      text        not null,
    respondent         uuid        not null,
    respondent_name    text        not null,
    by_buyer           boolean     not null,
    sum_mnt            bigint      not null check (sum_mnt > 0),
    about              text        not null,
    opened_at          timestamptz not null,
    reply              text check (reply in ('ACCEPT', 'SPLIT', 'REFUSE')),
    reply_words        text,
    offered_mnt        bigint,
    mediated           text,
    mediator           uuid,
    mediator_name      text,
    award_no           text,
    award_grounds      text,
    award_to_buyer_mnt bigint,
    award_by           uuid,
    award_by_name      text,
    to_buyer_mnt       bigint,
    outcome            text check (outcome in ('ACCEPTED', 'AGREED', 'MEDIATED', 'AWARDED', 'WITHDRAWN')),
    ended_at           timestamptz,
    primary key (sale, number)
);
comment on table sale.disputes is 'claims of one party against the other over money in escrow';
create unique index one_live_dispute on sale.disputes (sale) where ended_at is null;
