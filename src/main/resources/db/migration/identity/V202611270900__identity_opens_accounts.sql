-- What somebody typed who wants an account, until both channels are confirmed or the time is over; then the row goes.
create table identity.registrations (
    id               uuid primary key,
    typed            text        not null,
    password_hash    text        not null,
    mail_code        text        not null,
    phone_code       text        not null,
    tries            int         not null default 0,
    letters          int         not null default 1,
    expires_at       timestamptz not null
);
create index registrations_expiry on identity.registrations (expires_at);

-- What people sign in with besides the name of the account: a keyed hash of the address, never the address.
create table identity.sign_in_addresses (
    address_key  text primary key,
    username     text        not null references identity.accounts,
    added_at     timestamptz not null
);
create index sign_in_addresses_account on identity.sign_in_addresses (username);

-- Links for a new password; kept as hashes. Asked for by a stranger, a row belongs to nobody.
create table identity.password_links (
    token_hash  text primary key,
    username    text references identity.accounts,
    expires_at  timestamptz not null
);

-- Sign-ins that failed, by what was tried: a name from an address, a name, an address. Names that do not exist count too.
create table identity.sign_in_failures (
    tried         text primary key,
    failures      int         not null,
    last_at       timestamptz not null,
    locked_until  timestamptz
);
create index sign_in_failures_age on identity.sign_in_failures (last_at);
