-- The second step of a sign-in: the secret of an authenticator application, sealed, and the last code that was used.
create table identity.second_steps (
    username      text primary key references identity.accounts,
    secret        text        not null,
    made_at       timestamptz not null,
    confirmed_at  timestamptz,
    last_step     bigint      not null default 0
);

-- Codes for the day the telephone is lost, each good once: keyed hashes.
create table identity.recovery_codes (
    username  text not null references identity.accounts,
    code_key  text not null,
    primary key (username, code_key)
);
