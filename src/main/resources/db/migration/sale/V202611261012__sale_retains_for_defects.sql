create table sale.retentions (
    sale       text primary key references sale.sales,
    offered_at timestamptz not null,
    agreed_at  timestamptz,
    ended_at   timestamptz
);
comment on table sale.retentions is 'sales that go on in spite of defects while a part of the price stays in escrow';
