create schema if not exists payment;

-- One function for each table: reading the row by name costs less than turning it into a document.
create function payment.require_zero(p_journal bigint) returns void language plpgsql as $$
declare
    total bigint;
begin
    select sum(amount) into total from payment.postings where journal_id = p_journal;
    if total is distinct from 0 then
        raise exception using errcode = 'EL004', message = format('journal %s does not balance: %s', p_journal,
            coalesce(total::text, 'no postings'));
    end if;
end $$;

create or replace function payment.journal_sums_to_zero() returns trigger language plpgsql as $$
begin
    perform payment.require_zero(new.journal_id);
    return null;
end $$;

create function payment.journal_has_postings() returns trigger language plpgsql as $$
begin
    perform payment.require_zero(new.id);
    return null;
end $$;

drop trigger journal_has_postings on payment.journals;
create constraint trigger journal_has_postings after insert on payment.journals
    deferrable initially deferred for each row execute function payment.journal_has_postings();
alter table payment.journals enable always trigger journal_has_postings;

-- Row by row through the keys: a plan that joins would be kept for the session and scan whole tables as they grow.
create or replace function payment.apply_postings() returns trigger language plpgsql as $$
declare
    moved record;
    target record;
begin
    if exists (select 1 from (select distinct journal_id from added) p
               where (select j.transaction_id from payment.journals j where j.id = p.journal_id)
                     is distinct from pg_current_xact_id()) then
        raise exception using errcode = 'EL003', message = 'a journal is closed when it is committed: nothing can be added';
    end if;
    for moved in select account_id as id, sum(amount)::bigint as amount from added group by account_id order by account_id loop
        select guarded, stripes into target from payment.accounts where id = moved.id;
        if target.guarded and moved.amount > 0 then
            perform 1 from payment.balances where account_id = moved.id order by stripe for update;
            update payment.balances set amount = amount + moved.amount where account_id = moved.id and stripe = 0;
            perform payment.require_cover(moved.id);
        else
            update payment.balances set amount = amount + moved.amount
            where account_id = moved.id and stripe = pg_backend_pid() % target.stripes;
        end if;
    end loop;
    return null;
end $$;
