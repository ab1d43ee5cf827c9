create schema if not exists notification;

create table notification.notifications (
    id            bigint generated always as identity primary key,
    person        uuid not null,
    event         text not null,
    case_ref      text,
    message       text not null,
    arguments     jsonb not null,
    link          text not null,
    secret_until  timestamptz,
    created_at    timestamptz not null,
    read_at       timestamptz,
    unique (person, event)
);

create index notifications_person on notification.notifications (person, id desc);
create index notifications_unread on notification.notifications (person) where read_at is null;
create index notifications_secret on notification.notifications (secret_until) where secret_until is not null;

-- Mails on their way. A mail that cannot be sent is tried again and at last given up; the case never waits for it.
create table notification.letters (
    notification_id  bigint primary key references notification.notifications,
    attempts         int not null default 0,
    next_try_at      timestamptz not null,
    sent_at          timestamptz,
    given_up_at      timestamptz,
    last_error       text
);

create index letters_due on notification.letters (next_try_at) where sent_at is null and given_up_at is null;
