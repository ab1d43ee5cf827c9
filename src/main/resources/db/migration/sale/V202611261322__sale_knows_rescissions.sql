create table sale.rescissions (
    sale          text        not null references sale.sales,
    number        int         not null check (number > 0),
    proposer      uuid        not null,
    proposer_name text        not null,
    other         uuid        not null,
    seller_pct    int         not null check (seller_pct between 0 and 100),
    reason        text        not null,
    document      uuid        not null,
    proposed_at   timestamptz not null,
    lapses_at     timestamptz not null,
    answer        text check (answer in ('ACCEPTED', 'REFUSED', 'TAKEN_BACK', 'LAPSED')),
    primary key (sale, number)
);
comment on table sale.rescissions is 'proposals of one party to end the sale by agreement, with the part of the deposit for the seller';
create unique index one_open_rescission on sale.rescissions (sale) where answer is null;
