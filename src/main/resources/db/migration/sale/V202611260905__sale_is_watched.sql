create table sale.freezes (
    id        bigint generated always as identity primary key,
    sale      text        not null references sale.sales,
    by_party  uuid        not null,
    reason    text        not null check (length(reason) between 10 and 2000),
    at        timestamptz not null,
    lifted_by uuid,
    lifted_at timestamptz,
    note      text,
    check ((lifted_by is null) = (lifted_at is null))
);
comment on table sale.freezes is 'who froze a sale and who let it go on; known to compliance only';
create unique index freezes_one_at_a_time on sale.freezes (sale) where lifted_at is null;

create table sale.stops (
    sale     text primary key references sale.sales,
    kind     text        not null check (kind in ('PARTY_DIED', 'PARTY_INCAPABLE', 'PROPERTY_DESTROYED', 'DEADLINE_PASSED')),
    paper    text        not null,
    note     text        not null,
    by_party uuid        not null,
    at       timestamptz not null
);
comment on table sale.stops is 'why a sale was stopped from outside its course, and the paper that shows it';
