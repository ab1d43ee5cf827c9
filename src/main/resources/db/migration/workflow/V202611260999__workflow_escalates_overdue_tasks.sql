-- When the managers of a group were told that a task of theirs is overdue.
alter table workflow.work_items add column escalated_at timestamptz;

create index work_items_to_escalate on workflow.work_items (due_at) where completed_at is null and escalated_at is null and group_rank = 0;
