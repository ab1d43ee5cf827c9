-- What people changed in the table of parameters. Approved values are laid over the packaged table whenever it is deployed.
create table workflow.parameter_changes (
    id               bigint      generated always as identity primary key,
    key              text        not null,
    value_before     text        not null,
    value            text        not null,
    reason           text        not null,
    state            text        not null check (state in ('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    proposed_by      uuid        not null,
    proposed_by_name text        not null,
    proposed_at      timestamptz not null,
    decided_by       uuid,
    decided_by_name  text,
    decided_at       timestamptz,
    note             text,
    check ((state = 'PROPOSED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    -- four eyes: nobody approves a change of their own
    check (state <> 'APPROVED' or decided_by <> proposed_by)
);

create unique index parameter_changes_open on workflow.parameter_changes (key) where state = 'PROPOSED';
create index parameter_changes_in_force on workflow.parameter_changes (key, id desc) where state = 'APPROVED';
