alter table sale.sales add column double_deposit boolean not null default false;
comment on column sale.sales.double_deposit is 'a seller at fault returns the deposit and owes the same sum again (CC 232, 233)';
