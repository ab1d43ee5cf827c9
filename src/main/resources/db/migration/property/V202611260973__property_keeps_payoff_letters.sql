alter table property.title_cures
    add column payoff_mnt bigint check (payoff_mnt > 0),
    add column payoff_iban text,
    add column payoff_valid_until date,
    add constraint payoff_is_whole check ((payoff_mnt is null) = (payoff_iban is null) and (payoff_mnt is null) = (payoff_valid_until is null));
comment on column property.title_cures.payoff_mnt is 'what the mortgagee is owed until payoff_valid_until, as its letter document_no says';
