-- The same for several lots in one call, which are waited for in the order given; the bids of lot i end at p_until[i].
create function auction.begin_rounds(p_lots uuid[], p_until int[], p_parties uuid[], p_keys text[])
    returns table (place bigint, now_at timestamptz, own_paddle int, sequence bigint, limit_tugrug bigint, answer text, price_tugrug bigint,
        leader int, leader_limit bigint, closes_at timestamptz, extensions int, decided_at timestamptz, hash text,
        refused_limit bigint, refusal text, refused_at timestamptz) language plpgsql as $$
begin
    for i in 1 .. cardinality(p_lots) loop
        return query select * from auction.begin_round(p_lots[i], p_parties[coalesce(p_until[i - 1], 0) + 1 : p_until[i]],
            p_keys[coalesce(p_until[i - 1], 0) + 1 : p_until[i]]);
    end loop;
end $$;
