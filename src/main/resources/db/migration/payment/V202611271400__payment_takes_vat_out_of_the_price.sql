-- A company that pays value added tax sells a new home: the tax within the price goes to the state before the seller is paid.
alter table payment.settlements add column sale_vat bigint not null default 0 check (sale_vat >= 0);
alter table payment.settlements drop constraint settlements_check;
alter table payment.settlements add constraint settlements_check
    check (price = tax + sale_vat + mortgage_payoff + broker_fee + broker_vat + platform_fee + platform_vat + seller_net);
comment on column payment.settlements.sale_vat is 'value added tax within the price, taken from the seller; zero where the seller owes none or pays it himself';
