create table notarization.act_documents (
    act          uuid    not null references notarization.acts on delete cascade,
    place        integer not null,
    role         text    not null check (role in ('SELLER', 'BUYER')),
    code         text    not null,
    -- a period after the day of issue, VALID for a last day on the paper itself, ALWAYS for no term
    validity     text    not null,
    issued_on    date,
    valid_until  date,
    presented_at timestamptz,
    primary key (act, role, code)
);

-- acts that are open already: their papers are asked for, without a term that nobody kept
insert into notarization.act_documents (act, place, role, code, validity)
select a.id, d.place, 'SELLER', d.code, 'ALWAYS'
from notarization.acts a, regexp_split_to_table(a.required, E'\n') with ordinality as d (code, place)
where a.state = 'OPEN' and d.code <> '';
