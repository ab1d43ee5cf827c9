alter table payment.collections add check (vat_number like 'e1.%');
