-- A power of attorney ends when whoever gave it takes it back (CC 67); the row stays as evidence of what was done by it.
alter table identity.representations
    add column revoked_at timestamptz,
    add column revoked_by uuid,
    add check ((revoked_at is null) = (revoked_by is null));
