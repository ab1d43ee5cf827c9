alter table sale.representatives add check (holder_register_number like 'e1.%');
