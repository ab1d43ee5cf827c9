create table sale.refusal_cures (
    id       bigint generated always as identity primary key,
    sale     text not null references sale.sales,
    code     text not null,
    fixed    boolean not null,
    paper_no text,
    note     text not null,
    by_party uuid not null,
    at       timestamptz not null
);
create index on sale.refusal_cures (sale);
comment on table sale.refusal_cures is 'what was brought after a notary refused, or why nothing could be';
