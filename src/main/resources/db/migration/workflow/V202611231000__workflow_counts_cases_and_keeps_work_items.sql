create schema if not exists workflow;
create extension if not exists pg_trgm;

-- One sequence per series and year, made by the first case of that year. Taking a number locks nobody.
create function workflow.next_case_number(series text, year int) returns bigint language plpgsql as $$
declare
    name text := format('workflow.case_number_%s_%s', lower(series), year);
begin
    return nextval(name);
exception when undefined_table then
    perform pg_advisory_xact_lock(hashtextextended(name, 0));
    execute 'create sequence if not exists ' || name;
    return nextval(name);
end $$;

-- The inbox: one row per task and candidate group (an empty group for a task addressed to a person), so that group and
-- order stand in one index. Written in the engine's transaction.
create table workflow.work_items (
    task_id           text        not null,
    group_name        text        not null,
    group_rank        smallint    not null,
    case_number       text        not null,
    process_key       text        not null,
    task_key          text        not null,
    label_mn          text        not null,
    label_en          text        not null,
    form_key          text,
    assignee          text,
    assignee_name     text,
    assigned_at       timestamptz,
    subject           text        not null,
    people            text        not null,
    search_text       text        not null,
    created_at        timestamptz not null,
    due_at            timestamptz,
    due_order         timestamptz generated always as (coalesce(due_at, timestamptz '9999-12-31 00:00:00+00')) stored,
    priority          int         not null,
    priority_order    int         generated always as (-priority) stored,
    completed_at      timestamptz,
    completed_by      text,
    completed_by_name text,
    cancelled         boolean     not null default false,
    primary key (task_id, group_name)
);

create index work_items_free_due     on workflow.work_items (group_name, due_order, task_id) where completed_at is null and assignee is null;
create index work_items_group_due    on workflow.work_items (group_name, due_order, task_id) where completed_at is null;
create index work_items_group_new    on workflow.work_items (group_name, created_at desc, task_id desc) where completed_at is null;
create index work_items_group_urgent on workflow.work_items (group_name, priority_order, due_order, task_id) where completed_at is null;
create index work_items_group_kind   on workflow.work_items (group_name, task_key, due_order, task_id) where completed_at is null;
create index work_items_own          on workflow.work_items (assignee, due_order, task_id) where completed_at is null and group_rank = 0;
create index work_items_all_due      on workflow.work_items (due_order, task_id) where completed_at is null and group_rank = 0;
create index work_items_all_new      on workflow.work_items (created_at desc, task_id desc) where completed_at is null and group_rank = 0;
create index work_items_all_urgent   on workflow.work_items (priority_order, due_order, task_id) where completed_at is null and group_rank = 0;
create index work_items_case         on workflow.work_items (case_number text_pattern_ops, task_key);
create index work_items_text         on workflow.work_items using gin (search_text gin_trgm_ops) where completed_at is null;
