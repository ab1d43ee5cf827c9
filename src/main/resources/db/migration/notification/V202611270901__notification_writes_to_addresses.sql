-- Letters and text messages to addresses that belong to no person yet, or must not appear among a person's notifications.
-- A row lives until it is sent, is of no use any more or was tried too often. What it says and to whom is sealed.
create table notification.messages (
    id           bigint generated always as identity primary key,
    channel      text        not null check (channel in ('MAIL', 'SMS')),
    address      text        not null,
    language     text        not null check (language in ('mn', 'en')),
    message      text        not null,
    arguments    text        not null,
    link         text        not null,
    attempts     int         not null default 0,
    next_try_at  timestamptz not null,
    useless_at   timestamptz not null
);
create index messages_due on notification.messages (next_try_at);
