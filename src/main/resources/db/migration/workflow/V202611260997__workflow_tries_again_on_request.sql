-- Who had a failed step tried again, when and why. Nothing is ever taken out of it.
create table workflow.retries (
    id          bigint      generated always as identity primary key,
    job_id      text        not null,
    case_number text        not null,
    activity_id text        not null,
    label_mn    text        not null,
    label_en    text        not null,
    -- tries made before this one
    tries       int         not null,
    asked_by    uuid        not null,
    asked_name  text        not null,
    asked_at    timestamptz not null,
    reason      text        not null
);

create index retries_job on workflow.retries (job_id, id desc);
