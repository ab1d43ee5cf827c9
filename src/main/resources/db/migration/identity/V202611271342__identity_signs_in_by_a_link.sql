-- Links that sign in once, in the browser that asked for them; kept as hashes. Asked for by a stranger, a row belongs to nobody.
create table identity.sign_in_links (
    token_hash    text primary key,
    browser_hash  text        not null,
    username      text references identity.accounts,
    expires_at    timestamptz not null
);
create index sign_in_links_account on identity.sign_in_links (username);
create index sign_in_links_expiry on identity.sign_in_links (expires_at);
