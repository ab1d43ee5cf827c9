-- How much a deposit may be is said by the table of parameters alone.
alter table sale.sales drop constraint sales_deposit_pct_check;
alter table sale.sales add constraint sales_deposit_pct_check check (deposit_pct between 1 and 100);
