create schema if not exists payment;

-- A balance is kept in slots. Whoever adds takes a slot that is free, and opens one when all are taken; whoever takes
-- money out uses one slot that has enough, and gathers all of them only when none has. So that this is safe, no slot of
-- other people's money is ever below zero by itself, and holds stand on slot 0: the row says it, whoever writes it.
alter table payment.balances disable trigger follows_postings;
alter table payment.balances add column guarded boolean;
update payment.balances b
set guarded = a.guarded,
    amount  = case when not a.guarded then b.amount
                   when b.stripe = 0 then (select sum(s.amount) from payment.balances s where s.account_id = a.id)
                   else 0 end
from payment.accounts a where a.id = b.account_id;
alter table payment.balances alter column guarded set not null;
alter table payment.balances add constraint never_below_zero check (not guarded or amount + held <= 0);

create or replace function payment.open_balances() returns trigger language plpgsql as $$
begin
    insert into payment.balances (account_id, stripe, guarded)
    select new.id, n, new.guarded from generate_series(0, new.stripes - 1) n;
    return null;
end $$;

alter table payment.balances enable always trigger follows_postings;

-- The slow path of adding: every slot is taken, so this connection opens its own, or waits for it.
create function payment.open_slot(p_account bigint, p_amount bigint) returns void language plpgsql as $$
begin
    insert into payment.balances as slot (account_id, stripe, guarded, amount)
    select id, 1 + pg_backend_pid() % 63, guarded, p_amount from payment.accounts where id = p_account
    on conflict (account_id, stripe) do update set amount = slot.amount + excluded.amount;
    if not found then
        raise exception using errcode = 'foreign_key_violation', message = format('there is no account %s', p_account);
    end if;
end $$;

-- Waits for every slot, and puts what they keep into slot 0. What others add meanwhile is theirs until they commit.
create function payment.gather_slots(p_account bigint, p_amount bigint, p_hold bigint) returns void language plpgsql as $$
declare
    slots int[];
    total bigint;
    pending bigint;
begin
    select array_agg(stripe), sum(amount) + p_amount, sum(held) + p_hold into slots, total, pending
    from (select stripe, amount, held from payment.balances where account_id = p_account order by stripe for update) slot;
    if total + pending > 0 then
        raise exception using errcode = 'EL001', message = format('account %s would be %s tögrög below zero',
            (select path from payment.accounts where id = p_account), total + pending);
    end if;
    update payment.balances
    set amount = case stripe when 0 then total else 0 end, held = case stripe when 0 then pending else 0 end
    where account_id = p_account and stripe = any (slots) and (stripe = 0 or amount <> 0);
end $$;

-- Each statement brings whole journals, each to zero: nothing is left to look up again for every line at commit. Journals
-- and accounts are found here, and can never be changed or removed: a foreign key would only lock their rows once more.
-- Few and small statements with plans that are kept: what a posting costs is mostly starting statements, not their work.
create or replace function payment.apply_postings() returns trigger language plpgsql as $$
declare
    ids bigint[];
    amounts bigint[];
    slots int[];
    wrong bigint;
    total numeric;
    closed boolean;
begin
    select array_agg(id), array_agg(amount), array_agg(slot) into ids, amounts, slots
    from (select m.id, m.amount, (
              select b.stripe from payment.balances b
              where b.account_id = m.id and case when b.guarded and m.amount > 0 then b.amount + b.held + m.amount <= 0
                                                 else b.stripe >= pg_backend_pid() % m.stripes end
              order by b.stripe limit 1 for update skip locked) as slot
          from (select account_id as id, sum(amount)::bigint as amount,
                       (select stripes from payment.accounts where id = account_id) as stripes
                from added group by account_id order by account_id) m) s;
    for n in 1 .. coalesce(cardinality(ids), 0) loop
        if slots[n] is not null then
            update payment.balances set amount = amount + amounts[n] where account_id = ids[n] and stripe = slots[n];
        elsif amounts[n] > 0 and (select guarded from payment.accounts where id = ids[n]) then
            perform payment.gather_slots(ids[n], amounts[n], 0);
        else
            perform payment.open_slot(ids[n], amounts[n]);
        end if;
    end loop;
    select p.id, p.total, p.closed into wrong, total, closed
    from (select j.id, j.total, (select transaction_id from payment.journals where id = j.id)
                                is distinct from pg_current_xact_id() as closed
          from (select journal_id as id, sum(amount) as total from added group by journal_id) j) p
    where p.closed or p.total <> 0 limit 1;
    if closed then
        raise exception using errcode = 'EL003', message = 'a journal is closed when it is committed: nothing can be added';
    elsif wrong is not null then
        raise exception using errcode = 'EL004', message = format('journal %s does not balance: %s', wrong, total);
    end if;
    return null;
end $$;

create or replace function payment.journal_has_postings() returns trigger language plpgsql as $$
declare
    total bigint := (select sum(amount) from payment.postings where journal_id = new.id);
begin
    if total is distinct from 0 then
        raise exception using errcode = 'EL004', message = format('journal %s does not balance: %s', new.id,
            coalesce(total::text, 'no postings'));
    end if;
    return null;
end $$;
drop trigger journal_sums_to_zero on payment.postings;
drop function payment.journal_sums_to_zero();
drop function payment.require_zero(bigint);
alter table payment.postings drop constraint postings_journal_id_fkey, drop constraint postings_account_id_fkey;

create or replace function payment.apply_hold() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.state <> 'PENDING' or not (select guarded from payment.accounts where id = new.account_id) then
            raise exception using errcode = 'EL005', message = 'a hold begins pending, on money owed to somebody';
        end if;
        perform payment.gather_slots(new.account_id, 0, new.amount);
        return null;
    end if;
    if old.state <> 'PENDING' or new.state not in ('POSTED', 'VOIDED')
        or (new.id, new.reference, new.account_id, new.amount, new.placed_at) is distinct from
           (old.id, old.reference, old.account_id, old.amount, old.placed_at) then
        raise exception using errcode = 'EL005', message = format('hold %s is %s and cannot become this', old.reference, old.state);
    end if;
    update payment.balances set held = held - new.amount where account_id = new.account_id and stripe = 0;
    return null;
end $$;
drop function payment.require_cover(bigint);

-- Most journals reverse nothing.
alter table payment.journals drop constraint journals_reverses_key;
create unique index journals_reversed on payment.journals (reverses) where reverses is not null;

-- As before, but accounts that exist are found without a call.
create or replace function payment.post(p_reference text, p_kind text, p_case text, p_at timestamptz, p_debits text[],
                                        p_credits text[], p_amounts bigint[], p_hold text default null)
    returns bigint language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
    digest text := md5(concat_ws('|', p_kind, p_case, p_debits, p_credits, p_amounts, p_hold));
    journal bigint;
    known text;
begin
    insert into payment.journals (reference, kind, case_no, booked_at, content, hold_reference, transaction_id)
    values (p_reference, p_kind, p_case, p_at, digest, p_hold, pg_current_xact_id())
    on conflict (reference) do nothing returning id into journal;
    if journal is null then
        select id, content into journal, known from payment.journals where reference = p_reference;
        if known <> digest then
            raise exception using errcode = 'EL002', message = format('reference %s is taken by another booking', p_reference);
        end if;
        return journal;
    end if;
    if p_hold is not null then
        update payment.holds set state = 'POSTED', journal_id = journal, ended_at = p_at where reference = p_hold;
        if not found then
            raise exception using errcode = 'EL005', message = format('there is no hold %s', p_hold);
        end if;
    end if;
    insert into payment.postings (journal_id, line, account_id, amount)
    select journal, n, coalesce((select id from payment.accounts where path = side.path), payment.account(side.path)), side.amount
    from generate_subscripts(p_amounts, 1) n,
         lateral (values (p_debits[n], p_amounts[n]), (p_credits[n], -p_amounts[n])) as side (path, amount);
    return journal;
end $$;
