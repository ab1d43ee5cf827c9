alter table sale.settlements add column vat_included_mnt bigint not null default 0 check (vat_included_mnt >= 0);
comment on column sale.settlements.vat_included_mnt is 'value added tax within the price of a new home that a registered company sells; the seller files and pays it';
