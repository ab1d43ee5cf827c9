alter table payment.collections drop constraint collections_purpose_check;
alter table payment.collections add constraint collections_purpose_check check (purpose in ('DEPOSIT', 'BALANCE', 'INTEREST'));

alter table payment.beneficiaries drop constraint beneficiaries_payee_check;
alter table payment.beneficiaries add constraint beneficiaries_payee_check
    check (payee in ('BUYER', 'SELLER', 'BROKER', 'MORTGAGEE', 'NOTARY'));

-- What the buyer pays beside the price; asked for together with the balance.
create table payment.fees (
    case_no      text primary key,
    notary       bigint not null check (notary >= 0),
    registration bigint not null check (registration >= 0)
);
