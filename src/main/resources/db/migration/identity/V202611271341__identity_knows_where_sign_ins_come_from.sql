-- Signs that somebody else is in an account: the country of a sign-in as far as its network tells, when the password was last set,
-- and which sign-ins failed lately.
alter table identity.sign_ins add column country text check (country ~ '^[A-Z]{2}$');
alter table identity.accounts add column password_set_at timestamptz;
create table identity.failed_sign_ins (
    party_id  uuid        not null references identity.parties,
    at        timestamptz not null
);
create index failed_sign_ins_of_party on identity.failed_sign_ins (party_id, at);
create index failed_sign_ins_age on identity.failed_sign_ins (at);
