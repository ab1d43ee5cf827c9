create table sale.burden_looks (
    sale text primary key references sale.sales,
    day  date not null
);
comment on table sale.burden_looks is 'the day on which the register was last asked about a sale under way';

create table sale.burdens (
    id          bigint generated always as identity primary key,
    sale        text not null references sale.sales,
    code        text not null,
    state       text not null check (state in ('OPEN', 'LIFTED', 'STOOD', 'OVERTAKEN')),
    found_at    timestamptz not null,
    until       timestamptz not null,
    answered_by uuid,
    note        text,
    ended_at    timestamptz,
    check ((state = 'OPEN') = (ended_at is null))
);
create unique index on sale.burdens (sale) where state = 'OPEN';
comment on table sale.burdens is 'what came upon the property of a sale between its deposit and its registration';
