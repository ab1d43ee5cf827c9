-- To whom codes are on their way, as blind indexes, so that nobody has a stranger's telephone or mailbox flooded.
alter table identity.registrations add column phone_key text, add column email_key text;
create index registrations_phone on identity.registrations (phone_key);
create index registrations_email on identity.registrations (email_key);
