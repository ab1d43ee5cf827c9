-- Keyed hashes to look people up by; the texts themselves are sealed.
alter table identity.parties add column register_index text, add column email_index text, alter column register_number drop not null;
alter table identity.parties drop constraint parties_register_number_key;
drop index identity.parties_phone;
alter table identity.marriages add column spouse_index text;
alter table identity.screening add column register_index text;
alter table identity.screening drop constraint screening_pkey;
