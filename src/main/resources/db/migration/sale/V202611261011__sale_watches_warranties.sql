create table sale.warranties (
    number   text primary key,
    sale     text not null unique references sale.sales,
    since    date not null,
    visible  text not null,
    hidden   text not null,
    building text not null
);
comment on table sale.warranties is 'the terms of a completed sale in which defects may be claimed, as its contract says';
