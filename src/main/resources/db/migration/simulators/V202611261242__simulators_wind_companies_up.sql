alter table simulators.companies add column liquidated_on date;
