alter table contract.documents add check (body like 'e1.%');
alter table contract.acceptances add check (device like 'p1.%'), add check (address like 'p1.%');
