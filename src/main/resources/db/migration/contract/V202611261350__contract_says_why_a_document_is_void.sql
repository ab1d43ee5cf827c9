alter table contract.documents
    add column voided_at   timestamptz,
    add column void_reason text check (void_reason in ('NOT_ACCEPTED', 'ENTRY_VOID', 'CASE_CALLED_OFF'));
