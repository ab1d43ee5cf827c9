-- A lot on its way from the offer to the sale. Its bids stand in auction.bids, its terms in auction.lots.
create table auction.cases (
    number         text primary key,
    lot_id         uuid not null unique,
    listing        text not null,
    property_id    uuid not null,
    seller         uuid not null,
    agent          uuid,
    subject        text not null,
    kind           text not null check (kind in ('VOLUNTARY', 'FORCED', 'LAND_STATE')),
    round          int not null check (round > 0),
    start_tugrug   bigint not null check (start_tugrug > 0),
    reserve_tugrug bigint check (reserve_tugrug >= start_tugrug),
    most_tugrug    bigint not null check (most_tugrug >= start_tugrug),
    deposit_tugrug bigint not null check (deposit_tugrug > 0),
    pay_within     text not null,
    opens_at       timestamptz not null,
    closes_at      timestamptz not null check (closes_at > opens_at),
    state          text not null check (state in ('OFFERED', 'REFUSED', 'PUBLISHED', 'WITHDRAWN', 'BELOW_RESERVE', 'WON', 'SOLD', 'UNSOLD')),
    reason         text,
    winner         int,
    price_tugrug   bigint,
    sale           text unique,
    passed         int[] not null default '{}',
    offered_at     timestamptz not null,
    decided_at     timestamptz,
    ended_at       timestamptz
);
create unique index cases_live on auction.cases (listing) where ended_at is null;
create index cases_by_state on auction.cases (state, closes_at);
create index cases_by_seller on auction.cases (seller);

-- Who wants to bid for a lot. Each has a case of its own, because it has money of its own in escrow.
create table auction.admissions (
    number         text primary key,
    auction        text not null references auction.cases,
    party_id       uuid not null,
    deposit_tugrug bigint not null check (deposit_tugrug > 0),
    pay_by         timestamptz not null,
    state          text not null check (state in ('DEPOSIT', 'REVIEW', 'ADMITTED', 'DECLINED', 'SETTLED')),
    reason         text,
    signals        text[] not null default '{}',
    points         int not null default 0,
    paddle         int,
    buyer_pct      bigint,
    seller_pct     bigint,
    share_decided  boolean not null default false,
    asked_at       timestamptz not null,
    unique (auction, party_id)
);
create index admissions_by_party on auction.admissions (party_id);

-- Who may not bid for a time, because he won and did not buy.
create table auction.bans (
    party_id uuid not null,
    auction  text not null references auction.cases,
    cause    text not null,
    until    timestamptz not null,
    primary key (party_id, auction)
);

-- A lot that was taken back: no bid is accepted any more.
create table auction.stops (
    lot_id     uuid primary key references auction.lots,
    stopped_at timestamptz not null
);
create trigger never_changes before update or delete on auction.stops for each row execute function auction.never_changes();
create trigger never_truncated before truncate on auction.stops execute function auction.never_changes();
alter table auction.stops enable always trigger never_changes;
alter table auction.stops enable always trigger never_truncated;
revoke all on auction.stops from public;
revoke update, delete, truncate on auction.stops from current_user;

drop function auction.begin_rounds(uuid[], int[], uuid[], text[]);
drop function auction.begin_round(uuid, uuid[], text[]);
-- As before, and place 0 tells whether the lot was taken back.
create function auction.begin_round(p_lot uuid, p_parties uuid[], p_keys text[])
    returns table (place bigint, now_at timestamptz, own_paddle int, sequence bigint, limit_tugrug bigint, answer text, price_tugrug bigint,
        leader int, leader_limit bigint, closes_at timestamptz, extensions int, decided_at timestamptz, hash text,
        refused_limit bigint, refusal text, refused_at timestamptz, stopped boolean) language plpgsql set enable_seqscan = off as $$
begin
    perform 1 from auction.lots l where l.id = p_lot for no key update;
    return query
        select 0::bigint, clock_timestamp(), 0, b.sequence, b.limit_tugrug, b.answer, b.price_tugrug, b.leader, b.leader_limit, b.closes_at,
            b.extensions, b.decided_at, b.hash, null::bigint, null::text, null::timestamptz,
            exists (select 1 from auction.stops s where s.lot_id = p_lot)
        from (select 1) one left join lateral (
            select * from auction.bids x where x.lot_id = p_lot order by x.sequence desc limit 1) b on true;
    return query
        select asked.place, null::timestamptz, p.paddle, b.sequence, b.limit_tugrug, b.answer, b.price_tugrug, b.leader, b.leader_limit,
            b.closes_at, b.extensions, b.decided_at, b.hash, r.limit_tugrug, r.answer, r.decided_at, false
        from unnest(p_parties, p_keys) with ordinality as asked (party_id, key, place)
        left join lateral (select x.paddle from auction.paddles x where x.lot_id = p_lot and x.party_id = asked.party_id limit 1) p on true
        left join lateral (select * from auction.bids x where x.lot_id = p_lot and x.paddle = p.paddle and x.key = asked.key limit 1) b on true
        left join lateral (select * from auction.refusals x where x.lot_id = p_lot and x.paddle = p.paddle and x.key = asked.key limit 1) r on true
        order by asked.place;
end $$;
create function auction.begin_rounds(p_lots uuid[], p_until int[], p_parties uuid[], p_keys text[])
    returns table (place bigint, now_at timestamptz, own_paddle int, sequence bigint, limit_tugrug bigint, answer text, price_tugrug bigint,
        leader int, leader_limit bigint, closes_at timestamptz, extensions int, decided_at timestamptz, hash text,
        refused_limit bigint, refusal text, refused_at timestamptz, stopped boolean) language plpgsql as $$
begin
    for i in 1 .. cardinality(p_lots) loop
        return query select * from auction.begin_round(p_lots[i], p_parties[coalesce(p_until[i - 1], 0) + 1 : p_until[i]],
            p_keys[coalesce(p_until[i - 1], 0) + 1 : p_until[i]]);
    end loop;
end $$;
