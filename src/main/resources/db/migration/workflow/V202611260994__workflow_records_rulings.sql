-- Which rules of which version answered a business rule task of a case, and what they were told. Written with the decision itself.
create table workflow.rulings (
    id            bigint      generated always as identity primary key,
    case_number   text        not null,
    activity_id   text        not null,
    definition_id text        not null,
    rules         text[]      not null,
    -- by the id of the input column
    inputs        jsonb       not null,
    outputs       jsonb       not null,
    decided_at    timestamptz not null
);

create index rulings_case on workflow.rulings (case_number, id);
