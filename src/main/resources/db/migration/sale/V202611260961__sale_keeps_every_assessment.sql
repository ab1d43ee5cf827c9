-- Every assessment of the risk as it was seen then. Score and what follows are empty between computing and weighing.
create table sale.assessments (
    id           bigint generated always as identity primary key,
    sale         text        not null references sale.sales,
    at           timestamptz not null,
    signals      jsonb       not null,
    graph        jsonb       not null,
    score        bigint,
    codes        text,
    rules        jsonb,
    outcome      jsonb,
    news         boolean     not null default true,
    sanctions    boolean     not null default false,
    pep          boolean     not null default false,
    decision     text check (decision in ('CLEAR', 'BLOCK')),
    note         text,
    decided_by   uuid,
    decided_name text,
    decided_at   timestamptz
);
comment on table sale.assessments is 'what speaks against a sale; known to compliance only';
create index assessments_of_sale on sale.assessments (sale, id);
create unique index assessments_one_open on sale.assessments (sale) where score is null;

insert into sale.assessments (sale, at, signals, graph, score, codes, rules, decision, note, decided_by)
select sale, at, '[]', '{"nodes": [], "edges": []}', score, codes, '[]', decision, note, by_party from sale.risk_assessments;
drop table sale.risk_assessments;

-- Who acts for the buyer by power of attorney.
create table sale.representatives (
    sale                   text primary key references sale.sales,
    holder_name            text not null,
    holder_register_number text not null,
    holder_key             text not null,
    poa_no                 text not null,
    valid_until            date not null
);
create index representatives_of_holder on sale.representatives (holder_key);

-- Reports to the financial intelligence unit: drafted and filed by compliance, unknown to everybody else.
create table sale.suspicions (
    number       text primary key,
    sale         text        not null references sale.sales,
    cause        text        not null check (cause in ('RISK_BLOCKED', 'FROZEN', 'THRESHOLD')),
    at           timestamptz not null,
    kinds        text,
    deadline     timestamptz,
    narrative    text,
    drafted_by   text,
    drafted_at   timestamptz,
    filed_number text,
    filed_by     text,
    filed_at     timestamptz,
    unique (sale, cause)
);
