-- p1: sealed with a key of the person; e1: with a key of the environment. An erased person has neither number nor index.
create unique index parties_register on identity.parties (register_index);
create index parties_email on identity.parties (email_index) where email_index is not null;
alter table identity.parties
    add check (register_number like 'p1.%'), add check (phone like 'p1.%'), add check (email like 'p1.%'), add check (address like 'p1.%'),
    add check ((register_number is null) = (register_index is null)), add check ((email is null) = (email_index is null));
alter table identity.marriages add check (spouse_register_number like 'p1.%'),
    add check ((spouse_register_number is null) = (spouse_index is null));
alter table identity.screening alter column register_index set not null, add primary key (register_index, list),
    add check (register_number like 'e1.%');
