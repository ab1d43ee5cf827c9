-- A table may decide about a person who is not in the case, such as whether he may offer for a listing. Whose ruling it is stands beside it,
-- because others who see the case must not see his.
alter table workflow.rulings add column about uuid;

create index rulings_about on workflow.rulings (case_number, about) where about is not null;
