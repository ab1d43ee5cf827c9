create schema if not exists auction;

-- What is published with a lot. The hash of it begins the chain of its bids.
create table auction.lots (
    id               uuid primary key,
    format           text not null check (format in ('OPEN', 'SEALED_FIRST', 'SEALED_SECOND')),
    start_tugrug     bigint not null check (start_tugrug > 0),
    reserve_tugrug   bigint check (reserve_tugrug between 1 and most_tugrug),
    most_tugrug      bigint not null check (most_tugrug between start_tugrug and 1000000000000000),
    step_from        bigint[] not null,
    step_more        bigint[] not null check (cardinality(step_more) = cardinality(step_from)),
    opens_at         timestamptz not null,
    closes_at        timestamptz not null check (closes_at > opens_at),
    window_millis    bigint not null check (window_millis >= 0),
    extension_millis bigint not null check (extension_millis >= 0),
    most_extensions  int not null check (most_extensions >= 0),
    reveal_until     timestamptz not null check (reveal_until >= closes_at),
    terms_hash       text not null check (terms_hash ~ '^[0-9a-f]{64}$')
);

-- Who may bid for a lot, and the number under which the others see it.
create table auction.paddles (
    lot_id      uuid not null references auction.lots,
    paddle      int not null check (paddle > 0),
    party_id    uuid not null,
    admitted_at timestamptz not null,
    primary key (lot_id, paddle),
    unique (lot_id, party_id)
);

create function auction.millis(at timestamptz) returns bigint language sql parallel safe
    return (extract(epoch from at) * 1000)::bigint;

-- Accepted bids of a lot, numbered from 1 without a gap. Each tells where the lot stands after it and seals the one before it.
create table auction.bids (
    lot_id        uuid not null,
    sequence      bigint not null check (sequence > 0),
    paddle        int not null,
    key           text not null check (key ~ '^[A-Za-z0-9._:-]{1,100}$'),
    limit_tugrug  bigint not null check (limit_tugrug > 0),
    answer        text not null check (answer in ('LEADING', 'OUTBID')),
    price_tugrug  bigint not null check (price_tugrug > 0),
    leader        int not null check ((leader = paddle) = (answer = 'LEADING')),
    leader_limit  bigint not null check (leader_limit >= price_tugrug and leader_limit >= limit_tugrug),
    closes_at     timestamptz not null,
    extensions    int not null check (extensions >= 0),
    decided_at    timestamptz not null,
    previous_hash text not null,
    hash          text not null,
    primary key (lot_id, sequence),
    unique (lot_id, paddle, key),
    foreign key (lot_id, paddle) references auction.paddles,
    check (leader <> paddle or leader_limit = limit_tugrug),
    check (hash = encode(sha256(convert_to(concat_ws('|', 'eland-bid-1', lot_id, sequence, paddle, key, limit_tugrug, answer, price_tugrug,
        leader, leader_limit, auction.millis(closes_at), extensions, auction.millis(decided_at), previous_hash), 'UTF8')), 'hex'))
);

-- What an admitted bidder was told no to, so that asking twice gives one answer. Refusals change nothing.
create table auction.refusals (
    lot_id       uuid not null,
    paddle       int not null,
    key          text not null check (key ~ '^[A-Za-z0-9._:-]{1,100}$'),
    limit_tugrug bigint not null,
    answer       text not null,
    decided_at   timestamptz not null,
    primary key (lot_id, paddle, key),
    foreign key (lot_id, paddle) references auction.paddles
);

create function auction.never_changes() returns trigger language plpgsql as $$
begin
    raise exception using errcode = 'EL003', message = format('%s.%s is append-only: %s refused', tg_table_schema, tg_table_name, lower(tg_op));
end $$;

-- A bid follows the one before it: in number, seal, time, price, leader and close, whatever wrote it.
create function auction.bids_follow() returns trigger language plpgsql set enable_seqscan = off set enable_hashjoin = off
    set enable_mergejoin = off as $$
declare
    wrong record;
begin
    select b.lot_id, b.sequence into wrong
    from added b join auction.lots l on l.id = b.lot_id
    left join auction.bids p on p.lot_id = b.lot_id and p.sequence = b.sequence - 1
    where b.previous_hash is distinct from case when b.sequence = 1 then l.terms_hash else p.hash end
        or l.format <> 'OPEN' or b.limit_tugrug > l.most_tugrug
        or b.decided_at < coalesce(p.decided_at, l.opens_at) or b.decided_at >= coalesce(p.closes_at, l.closes_at)
        or b.price_tugrug < coalesce(p.price_tugrug, l.start_tugrug) or b.leader_limit < coalesce(p.leader_limit, 0)
        or b.leader not in (b.paddle, coalesce(p.leader, b.paddle))
        or b.extensions - coalesce(p.extensions, 0) not in (0, 1) or b.extensions > l.most_extensions
        or b.closes_at <> coalesce(p.closes_at, l.closes_at)
            + (b.extensions - coalesce(p.extensions, 0)) * l.extension_millis * interval '1 millisecond'
    limit 1;
    if found then
        raise exception using errcode = 'EL006', message = format('bid %s of lot %s does not follow the bid before it', wrong.sequence, wrong.lot_id);
    end if;
    return null;
end $$;

create trigger bids_follow after insert on auction.bids referencing new table as added
    for each statement execute function auction.bids_follow();
create trigger never_changes before update or delete on auction.lots for each row execute function auction.never_changes();
create trigger never_truncated before truncate on auction.lots execute function auction.never_changes();
create trigger never_changes before update or delete on auction.paddles for each row execute function auction.never_changes();
create trigger never_truncated before truncate on auction.paddles execute function auction.never_changes();
create trigger never_changes before update or delete on auction.bids for each row execute function auction.never_changes();
create trigger never_truncated before truncate on auction.bids execute function auction.never_changes();
create trigger never_changes before update or delete on auction.refusals for each row execute function auction.never_changes();
create trigger never_truncated before truncate on auction.refusals execute function auction.never_changes();

-- Also when somebody plays the replica to silence triggers.
alter table auction.bids enable always trigger bids_follow;
alter table auction.lots enable always trigger never_changes;
alter table auction.lots enable always trigger never_truncated;
alter table auction.paddles enable always trigger never_changes;
alter table auction.paddles enable always trigger never_truncated;
alter table auction.bids enable always trigger never_changes;
alter table auction.bids enable always trigger never_truncated;
alter table auction.refusals enable always trigger never_changes;
alter table auction.refusals enable always trigger never_truncated;

revoke all on auction.lots, auction.paddles, auction.bids, auction.refusals from public;
revoke delete, truncate on auction.lots from current_user;
revoke delete, truncate on auction.paddles from current_user;
revoke update, delete, truncate on auction.bids, auction.refusals from current_user;

-- What a round begins with, in one call: waits for the lot, and then tells the time and the last bid (place 0) and, by place, the paddle of
-- each who asks and what the key was answered before. Each statement of it sees what was committed while it waited.
create function auction.begin_round(p_lot uuid, p_parties uuid[], p_keys text[])
    returns table (place bigint, now_at timestamptz, own_paddle int, sequence bigint, limit_tugrug bigint, answer text, price_tugrug bigint,
        leader int, leader_limit bigint, closes_at timestamptz, extensions int, decided_at timestamptz, hash text,
        refused_limit bigint, refusal text, refused_at timestamptz) language plpgsql set enable_seqscan = off as $$
begin
    perform 1 from auction.lots l where l.id = p_lot for no key update;
    return query
        select 0::bigint, clock_timestamp(), 0, b.sequence, b.limit_tugrug, b.answer, b.price_tugrug, b.leader, b.leader_limit, b.closes_at,
            b.extensions, b.decided_at, b.hash, null::bigint, null::text, null::timestamptz
        from (select 1) one left join lateral (
            select * from auction.bids x where x.lot_id = p_lot order by x.sequence desc limit 1) b on true;
    return query
        select asked.place, null::timestamptz, p.paddle, b.sequence, b.limit_tugrug, b.answer, b.price_tugrug, b.leader, b.leader_limit,
            b.closes_at, b.extensions, b.decided_at, b.hash, r.limit_tugrug, r.answer, r.decided_at
        from unnest(p_parties, p_keys) with ordinality as asked (party_id, key, place)
        left join lateral (select x.paddle from auction.paddles x where x.lot_id = p_lot and x.party_id = asked.party_id limit 1) p on true
        left join lateral (select * from auction.bids x where x.lot_id = p_lot and x.paddle = p.paddle and x.key = asked.key limit 1) b on true
        left join lateral (select * from auction.refusals x where x.lot_id = p_lot and x.paddle = p.paddle and x.key = asked.key limit 1) r on true
        order by asked.place;
end $$;
