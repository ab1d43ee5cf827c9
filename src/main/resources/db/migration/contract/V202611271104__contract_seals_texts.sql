-- A document is never rewritten; only the key may change under which its text is sealed.
create or replace function contract.refuse_rewriting() returns trigger language plpgsql as $$
begin
    if to_jsonb(new) - 'body' = to_jsonb(old) - 'body' then
        return new;
    end if;
    if new.sha256 <> old.sha256 or new.facts <> old.facts or new.version <> old.version or new.kind <> old.kind
        or new.case_ref <> old.case_ref or new.drafted_at <> old.drafted_at
        or new.verification_code <> old.verification_code or old.state <> 'VALID' then
        raise exception 'a document is never rewritten';
    end if;
    return new;
end
$$;
alter table contract.documents alter column body drop default;
