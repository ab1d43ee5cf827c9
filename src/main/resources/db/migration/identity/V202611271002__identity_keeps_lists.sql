-- Lists of sanctions and of politically exposed people as somebody of compliance brought them. A newer file of the same list takes the
-- place of the older; what was held against whom stays provable.
create table identity.watch_lists (
    id           bigint generated always as identity primary key,
    name         text        not null,
    kind         text        not null check (kind in ('SANCTIONS', 'PEP')),
    file_name    text        not null,
    entries      int         not null,
    imported_by  uuid        not null,
    imported_name text       not null,
    imported_at  timestamptz not null,
    replaced_at  timestamptz
);
create unique index watch_lists_in_force on identity.watch_lists (name) where replaced_at is null;

-- One row for each name and other name of an entry. Words are sorted stems in Latin letters, so that spelling and order do not matter.
create table identity.watch_list_names (
    list         bigint not null references identity.watch_lists,
    entry_no     text   not null,
    name         text   not null,
    words        text[] not null,
    born         date,
    country      text,
    reason       text
);
create index watch_list_names_words on identity.watch_list_names using gin (words);
create index watch_list_names_list on identity.watch_list_names (list);
