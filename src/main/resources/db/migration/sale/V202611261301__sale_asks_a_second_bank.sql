alter table sale.loan_decisions add column bank text;
update sale.loan_decisions d set bank = f.bank from sale.financings f where f.sale = d.sale;
alter table sale.loan_decisions
    alter column bank set not null,
    drop constraint loan_decisions_pkey,
    add primary key (sale, bank);
comment on table sale.loan_decisions is 'what the letters of the banks of the buyer say; a second bank may be asked when the first refused';
comment on column sale.financings.bank is 'the bank that is asked now';
