create schema if not exists sale;

create table sale.sales (
    number        text primary key,
    listing       text        not null,
    property      uuid        not null,
    seller        uuid        not null,
    buyer         uuid        not null,
    agent         uuid,
    seller_name   text        not null,
    buyer_name    text        not null,
    agent_name    text,
    subject       text        not null,
    district      text        not null,
    registry_no   text        not null,
    object_type   text        not null,
    asked_mnt     bigint      not null check (asked_mnt > 0),
    price_mnt     bigint check (price_mnt > 0),
    deposit_pct   int         not null check (deposit_pct between 5 and 10),
    conditions    text,
    income_mnt    bigint check (income_mnt >= 0),
    cash_pct      int         not null default 0 check (cash_pct between 0 and 100),
    stage         text        not null,
    end_reason    text,
    withdrawn_by  uuid,
    deposit_code  text,
    opened_at     timestamptz not null,
    stage_since   timestamptz not null,
    ended_at      timestamptz
);
comment on column sale.sales.listing is 'number of the listing in module property';

create unique index sales_one_live_offer_of_a_buyer on sale.sales (listing, buyer) where ended_at is null;
create index sales_of_listing on sale.sales (listing, stage);
create index sales_of_seller on sale.sales (seller, opened_at desc);
create index sales_of_buyer on sale.sales (buyer, opened_at desc);
create index sales_of_agent on sale.sales (agent, opened_at desc);

create table sale.offer_rounds (
    sale        text        not null references sale.sales,
    number      int         not null,
    by_party    uuid        not null,
    price_mnt   bigint      not null check (price_mnt > 0),
    state       text        not null check (state in ('OPEN', 'ACCEPTED', 'COUNTERED', 'REFUSED', 'LAPSED', 'CLOSED')),
    at          timestamptz not null,
    valid_until timestamptz not null,
    reason      text,
    primary key (sale, number)
);
create unique index offer_rounds_one_on_the_table on sale.offer_rounds (sale) where state = 'OPEN';

create table sale.messages (
    id         bigint generated always as identity primary key,
    sale       text        not null references sale.sales,
    from_party uuid        not null,
    from_name  text        not null,
    text       text        not null check (length(text) between 1 and 2000),
    at         timestamptz not null
);
create index messages_of_sale on sale.messages (sale, id);

create table sale.timeline (
    id        bigint generated always as identity primary key,
    sale      text        not null references sale.sales,
    at        timestamptz not null,
    what      text        not null,
    by_name   text,
    arguments jsonb       not null default '{}',
    document  uuid
);
create index timeline_of_sale on sale.timeline (sale, id);

create table sale.consents (
    sale        text not null references sale.sales,
    number      int  not null,
    kind        text not null,
    form        text not null,
    person      uuid not null,
    person_name text not null,
    on_behalf   boolean not null,
    state       text not null check (state in ('ASKED', 'GIVEN', 'REFUSED')),
    at          timestamptz,
    note        text,
    primary key (sale, number)
);

create table sale.risk_assessments (
    sale     text primary key references sale.sales,
    score    bigint      not null,
    codes    text        not null,
    outcome  text,
    decision text,
    note     text,
    by_party uuid,
    at       timestamptz not null
);

create table sale.handovers (
    sale           text primary key references sale.sales,
    handed_over_on date    not null,
    electricity    text    not null,
    cold_water     text    not null,
    hot_water      text,
    heating        text,
    keys           bigint  not null check (keys > 0),
    furniture      text,
    defects        text,
    accepted       boolean not null default false
);

create table sale.settlements (
    sale          text primary key references sale.sales,
    tax_rate      double precision not null,
    tax_code      text   not null,
    tax_mnt       bigint not null,
    broker_mnt    bigint not null,
    broker_vat_mnt bigint not null,
    seller_net_mnt bigint not null
);
