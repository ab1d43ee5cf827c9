-- Who is away from when to when, both days included, and who does their tasks meanwhile.
create table workflow.absences (
    id              bigint      generated always as identity primary key,
    person          uuid        not null,
    person_name     text        not null,
    from_day        date        not null,
    to_day          date        not null,
    substitute      uuid,
    substitute_name text,
    set_by          uuid        not null,
    set_by_name     text        not null,
    set_at          timestamptz not null,
    -- when the tasks were handed over
    handed_at       timestamptz,
    ended_by        uuid,
    ended_at        timestamptz,
    check (from_day <= to_day),
    check (substitute <> person),
    check ((ended_by is null) = (ended_at is null))
);

create index absences_person on workflow.absences (person, to_day) where ended_at is null;
