create schema if not exists contract;

alter table contract.documents add column body text not null default '';
