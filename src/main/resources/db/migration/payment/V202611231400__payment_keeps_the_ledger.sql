create schema if not exists payment;

-- Double entry, append-only, whole tögrög. A posting is one leg: debit positive, credit negative; the two legs of one
-- movement share a line number. Whatever writes here, the triggers keep: each journal sums to zero, nothing is changed
-- or removed, other people's money never goes below zero, and holds never exceed what is there.

create table payment.chart (
    code    char(4) primary key,
    kind    text not null check (kind in ('ASSET', 'LIABILITY', 'INCOME', 'EXPENSE')),
    name_mn text not null,
    name_en text not null
);

insert into payment.chart (code, kind, name_mn, name_en) values
    ('1110', 'ASSET', 'Эскроу данс', 'Escrow bank account'),
    ('1120', 'ASSET', 'QPay тооцоо', 'QPay clearing'),
    ('1200', 'ASSET', 'Хураамжийн авлага', 'Receivable fees'),
    ('1210', 'ASSET', 'Татварын буцаан олголтын авлага', 'Tax to be returned'),
    ('1300', 'ASSET', 'Өөрийн харилцах данс', 'Own operating account'),
    ('2110', 'LIABILITY', 'Худалдан авагчийн эскроу', 'Escrow owed to buyer'),
    ('2120', 'LIABILITY', 'Худалдагчийн эскроу', 'Escrow owed to seller'),
    ('2130', 'LIABILITY', 'Царцаасан мөнгө', 'Frozen or disputed'),
    ('2140', 'LIABILITY', 'Дуудлага худалдааны дэнчин', 'Bid deposits'),
    ('2150', 'LIABILITY', 'Түрээсийн барьцаа', 'Rent deposits'),
    ('2160', 'LIABILITY', 'Суутгасан дэнчин', 'Forfeited, pending'),
    ('2190', 'LIABILITY', 'Тодорхойгүй орлого', 'Unidentified receipts'),
    ('2210', 'LIABILITY', 'Төлөх татвар', 'Tax payable'),
    ('2220', 'LIABILITY', 'Төлөх НӨАТ', 'VAT payable'),
    ('2230', 'LIABILITY', 'Нотариатын өглөг', 'Notary payable'),
    ('2240', 'LIABILITY', 'Улсын хураамжийн өглөг', 'State fee payable'),
    ('2250', 'LIABILITY', 'Ипотек хаах өглөг', 'Mortgage payoff payable'),
    ('2260', 'LIABILITY', 'Зуучийн өглөг', 'Broker payable'),
    ('4110', 'INCOME', 'Платформын хураамжийн орлого', 'Platform fee income'),
    ('5110', 'EXPENSE', 'Банкны шимтгэл', 'Bank charges');

-- A path is a code of the chart, alone or with the case and party it belongs to: '2110 / S-2026-000001'.
-- Accounts that everybody uses spread their balance over stripes, so that nobody waits for anybody.
create table payment.accounts (
    id      bigint generated always as identity primary key,
    path    text not null unique check (path ~ '^\d{4}( / \S+)*$'),
    code    char(4) not null references payment.chart,
    guarded boolean not null,
    stripes int not null check (stripes between 1 and 64)
);

create table payment.balances (
    account_id bigint not null references payment.accounts,
    stripe     int not null,
    amount     bigint not null default 0,
    held       bigint not null default 0 check (held >= 0),
    primary key (account_id, stripe)
) with (fillfactor = 50);

create table payment.journals (
    id             bigint generated always as identity primary key,
    reference      text not null unique,
    kind           text not null,
    case_no        text,
    booked_at      timestamptz not null,
    content        text not null,
    hold_reference text,
    reverses       bigint unique references payment.journals,
    transaction_id xid8 not null
);
create index journals_of_case on payment.journals (case_no, id);

create table payment.postings (
    journal_id bigint not null references payment.journals,
    line       int not null check (line > 0),
    account_id bigint not null references payment.accounts,
    amount     bigint not null check (amount <> 0),
    primary key (journal_id, line, account_id)
);
create index postings_of_account on payment.postings (account_id, journal_id);

create table payment.holds (
    id         bigint generated always as identity primary key,
    reference  text not null unique,
    account_id bigint not null references payment.accounts,
    amount     bigint not null check (amount > 0),
    case_no    text,
    state      text not null default 'PENDING' check (state in ('PENDING', 'POSTED', 'VOIDED')),
    journal_id bigint references payment.journals,
    placed_at  timestamptz not null,
    ended_at   timestamptz
);

create function payment.never_changes() returns trigger language plpgsql as $$
begin
    raise exception using errcode = 'EL003',
        message = format('%s.%s is append-only: %s refused', tg_table_schema, tg_table_name, lower(tg_op)),
        hint = 'Correct a mistake with the reverse posting.';
end $$;

create function payment.shape_account() returns trigger language plpgsql as $$
begin
    new.code := left(new.path, 4);
    select kind in ('LIABILITY', 'INCOME') into new.guarded from payment.chart where code = new.code;
    new.stripes := case when length(new.path) = 4 then 16 else 1 end;
    return new;
end $$;

create function payment.open_balances() returns trigger language plpgsql as $$
begin
    insert into payment.balances (account_id, stripe) select new.id, n from generate_series(0, new.stripes - 1) n;
    return null;
end $$;

-- Balances move only as the consequence of a posting or a hold, never by a statement of its own.
create function payment.follows_postings() returns trigger language plpgsql as $$
begin
    if pg_trigger_depth() < 2 or tg_op in ('DELETE', 'TRUNCATE') then
        raise exception using errcode = 'EL003', message = format('balances follow the postings: %s refused', lower(tg_op));
    end if;
    return new;
end $$;

-- Locks the whole account and says what may still be taken from it.
create function payment.require_cover(p_account bigint) returns void language plpgsql as $$
declare
    available bigint;
begin
    select -sum(amount) - sum(held) into available from payment.balances where account_id = p_account;
    if available < 0 then
        raise exception using errcode = 'EL001', message = format('account %s would be %s tögrög below zero',
            (select path from payment.accounts where id = p_account), -available);
    end if;
end $$;

create function payment.apply_postings() returns trigger language plpgsql as $$
declare
    moved record;
begin
    if exists (select 1 from added p left join payment.journals j on j.id = p.journal_id
               where j.transaction_id is distinct from pg_current_xact_id()) then
        raise exception using errcode = 'EL003', message = 'a journal is closed when it is committed: nothing can be added';
    end if;
    for moved in
        select a.id, a.stripes, a.guarded and sum(p.amount) > 0 as taken, sum(p.amount)::bigint as amount
        from added p join payment.accounts a on a.id = p.account_id group by a.id order by a.id
    loop
        if moved.taken then
            perform 1 from payment.balances where account_id = moved.id order by stripe for update;
            update payment.balances set amount = amount + moved.amount where account_id = moved.id and stripe = 0;
            perform payment.require_cover(moved.id);
        else
            update payment.balances set amount = amount + moved.amount
            where account_id = moved.id and stripe = pg_backend_pid() % moved.stripes;
        end if;
    end loop;
    return null;
end $$;

create function payment.journal_sums_to_zero() returns trigger language plpgsql as $$
declare
    journal bigint := case when tg_table_name = 'journals' then (to_jsonb(new) ->> 'id')::bigint
                           else (to_jsonb(new) ->> 'journal_id')::bigint end;
    total bigint;
begin
    select sum(amount) into total from payment.postings where journal_id = journal;
    if total is distinct from 0 then
        raise exception using errcode = 'EL004', message = format('journal %s does not balance: %s', journal,
            coalesce(total::text, 'no postings'));
    end if;
    return null;
end $$;

create function payment.stamp_journal() returns trigger language plpgsql as $$
begin
    new.transaction_id := pg_current_xact_id();
    return new;
end $$;

create function payment.apply_hold() returns trigger language plpgsql as $$
begin
    perform 1 from payment.balances where account_id = new.account_id order by stripe for update;
    if tg_op = 'INSERT' then
        if new.state <> 'PENDING' or not (select guarded from payment.accounts where id = new.account_id) then
            raise exception using errcode = 'EL005', message = 'a hold begins pending, on money owed to somebody';
        end if;
        update payment.balances set held = held + new.amount where account_id = new.account_id and stripe = 0;
        perform payment.require_cover(new.account_id);
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

create trigger shape_account before insert on payment.accounts for each row execute function payment.shape_account();
create trigger open_balances after insert on payment.accounts for each row execute function payment.open_balances();
create trigger stamp_journal before insert on payment.journals for each row execute function payment.stamp_journal();
create trigger apply_postings after insert on payment.postings referencing new table as added
    for each statement execute function payment.apply_postings();
create trigger apply_hold after insert or update on payment.holds for each row execute function payment.apply_hold();
create constraint trigger journal_sums_to_zero after insert on payment.postings
    deferrable initially deferred for each row execute function payment.journal_sums_to_zero();
create constraint trigger journal_has_postings after insert on payment.journals
    deferrable initially deferred for each row execute function payment.journal_sums_to_zero();
create trigger never_changes before update or delete on payment.postings for each row execute function payment.never_changes();
create trigger never_truncated before truncate on payment.postings execute function payment.never_changes();
create trigger never_changes before update or delete on payment.journals for each row execute function payment.never_changes();
create trigger never_truncated before truncate on payment.journals execute function payment.never_changes();
create trigger never_changes before update or delete on payment.accounts for each row execute function payment.never_changes();
create trigger never_truncated before truncate on payment.accounts execute function payment.never_changes();
create trigger never_removed before delete on payment.holds for each row execute function payment.never_changes();
create trigger never_truncated before truncate on payment.holds execute function payment.never_changes();
create trigger follows_postings before insert or update or delete on payment.balances
    for each row execute function payment.follows_postings();
create trigger follows_postings_truncate before truncate on payment.balances execute function payment.follows_postings();

-- Also when somebody plays the replica to silence triggers.
alter table payment.accounts enable always trigger shape_account;
alter table payment.accounts enable always trigger open_balances;
alter table payment.accounts enable always trigger never_changes;
alter table payment.accounts enable always trigger never_truncated;
alter table payment.journals enable always trigger stamp_journal;
alter table payment.journals enable always trigger journal_has_postings;
alter table payment.journals enable always trigger never_changes;
alter table payment.journals enable always trigger never_truncated;
alter table payment.postings enable always trigger apply_postings;
alter table payment.postings enable always trigger journal_sums_to_zero;
alter table payment.postings enable always trigger never_changes;
alter table payment.postings enable always trigger never_truncated;
alter table payment.holds enable always trigger apply_hold;
alter table payment.holds enable always trigger never_removed;
alter table payment.holds enable always trigger never_truncated;
alter table payment.balances enable always trigger follows_postings;
alter table payment.balances enable always trigger follows_postings_truncate;

revoke all on payment.postings, payment.journals, payment.accounts, payment.balances, payment.holds from public;
revoke update, delete, truncate on payment.postings from current_user;
revoke delete, truncate on payment.journals, payment.accounts, payment.balances, payment.holds from current_user;

create function payment.account(p_path text) returns bigint language plpgsql as $$
declare
    found_id bigint;
begin
    select id into found_id from payment.accounts where path = p_path;
    if found_id is null then
        insert into payment.accounts (path, code, guarded, stripes) values (p_path, left(p_path, 4), true, 1)
        on conflict (path) do nothing returning id into found_id;
        if found_id is null then
            select id into found_id from payment.accounts where path = p_path;
        end if;
    end if;
    return found_id;
end $$;

-- One business event is one call. The same reference again gives the first answer; with other content it is refused.
create function payment.post(p_reference text, p_kind text, p_case text, p_at timestamptz, p_debits text[],
                             p_credits text[], p_amounts bigint[], p_hold text default null) returns bigint language plpgsql as $$
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
    select journal, n, payment.account(side.path), side.amount
    from unnest(p_debits, p_credits, p_amounts) with ordinality as movement (debit, credit, amount, n),
         lateral (values (movement.debit, movement.amount), (movement.credit, -movement.amount)) as side (path, amount);
    return journal;
end $$;

-- The reverse posting: once per journal.
create function payment.reverse(p_reference text, p_journal bigint, p_at timestamptz) returns bigint language plpgsql as $$
declare
    journal bigint;
    known bigint;
begin
    insert into payment.journals (reference, kind, case_no, booked_at, content, reverses, transaction_id)
    select p_reference, 'REVERSAL', case_no, p_at, 'reverses ' || id, id, pg_current_xact_id()
    from payment.journals where id = p_journal
    on conflict do nothing returning id into journal;
    if journal is null then
        select id, reverses into journal, known from payment.journals where reference = p_reference;
        if known is distinct from p_journal then
            raise exception using errcode = 'EL002', message = format('journal %s cannot be reversed as %s', p_journal, p_reference);
        end if;
        return journal;
    end if;
    insert into payment.postings (journal_id, line, account_id, amount)
    select journal, line, account_id, -amount from payment.postings where journal_id = p_journal;
    return journal;
end $$;

create function payment.hold(p_reference text, p_case text, p_account text, p_amount bigint, p_at timestamptz)
    returns bigint language plpgsql as $$
declare
    placed bigint;
    known record;
begin
    insert into payment.holds (reference, account_id, amount, case_no, placed_at)
    values (p_reference, payment.account(p_account), p_amount, p_case, p_at)
    on conflict (reference) do nothing returning id into placed;
    if placed is null then
        select h.id, h.amount, a.path into known from payment.holds h join payment.accounts a on a.id = h.account_id
        where h.reference = p_reference;
        if (known.amount, known.path) is distinct from (p_amount, p_account) then
            raise exception using errcode = 'EL002', message = format('reference %s is taken by another hold', p_reference);
        end if;
        return known.id;
    end if;
    return placed;
end $$;

-- True when it was voided now, false when it was before; a hold that became a posting cannot be voided.
create function payment.void_hold(p_reference text, p_at timestamptz) returns boolean language plpgsql as $$
begin
    if exists (select 1 from payment.holds where reference = p_reference and state = 'VOIDED') then
        return false;
    end if;
    update payment.holds set state = 'VOIDED', ended_at = p_at where reference = p_reference;
    if not found then
        raise exception using errcode = 'EL005', message = format('there is no hold %s', p_reference);
    end if;
    return true;
end $$;

create view payment.movements as
select d.journal_id, d.line, j.reference, j.kind, j.case_no, j.booked_at, da.path as debit, ca.path as credit, d.amount
from payment.postings d
join payment.postings c on c.journal_id = d.journal_id and c.line = d.line and c.amount = -d.amount
join payment.journals j on j.id = d.journal_id
join payment.accounts da on da.id = d.account_id
join payment.accounts ca on ca.id = c.account_id
where d.amount > 0;
