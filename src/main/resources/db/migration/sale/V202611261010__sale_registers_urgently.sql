alter table sale.sales add column urgent boolean not null default false;
comment on column sale.sales.urgent is 'the buyer wants the fast service of the state register and pays its fee';
