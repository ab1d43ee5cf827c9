create schema if not exists desk;

create table desk.drafts (
    task_id  text        not null,
    person   uuid        not null,
    answers  jsonb       not null,
    saved_at timestamptz not null,
    primary key (task_id, person)
);
