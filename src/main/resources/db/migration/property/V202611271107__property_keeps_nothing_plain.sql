alter table property.case_people add check (register_no like 'p1.%');
alter table property.title_owners add check (register_no like 'e1.%');
alter table property.filings add check (application like 'e1.%');
