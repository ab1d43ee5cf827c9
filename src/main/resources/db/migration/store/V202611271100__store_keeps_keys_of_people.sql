create schema if not exists store;

-- Names of the keys that texts were sealed with, each with a keyed hash by which the key is known again. A key is free when nothing
-- is sealed with it any more.
create table store.keys (
    id          text primary key check (id ~ '^[a-z0-9-]{1,40}$'),
    mark        text not null,
    since       timestamptz not null,
    free_since  timestamptz
);

-- What makes the texts of a person readable, sealed by a key of the environment. Gone when the person was erased; the row stays, so
-- that no other key is made.
create table store.person_keys (
    person        uuid primary key,
    wrapped       text check (wrapped like 'e1.%'),
    made_at       timestamptz not null,
    forgotten_at  timestamptz,
    check ((wrapped is null) = (forgotten_at is not null))
);
