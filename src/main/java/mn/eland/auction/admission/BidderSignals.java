package mn.eland.auction.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mn.eland.auction.lot.Lot;
import mn.eland.identity.Parties;
import mn.eland.identity.Parties.Trace;
import mn.eland.identity.Parties.Trace.Kind;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.payment.Inflow;
import mn.eland.payment.Payments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The facts about a bidder that the table {@code auctionFraudSignals} asks for (handbook 9A.16), counted from traces, bids, past auctions and
 * the money that came. What is not known counts for nothing against anybody.
 */
@Component
class BidderSignals {

    private static final Duration SAME_NETWORK_WITHIN = Duration.ofHours(24);
    private static final int OLD_ENOUGH = 3_650;

    private final Parties parties;
    private final Payments payments;
    private final AdmissionStore store;
    private final JdbcClient jdbc;
    private final ElandClock clock;

    BidderSignals(Parties parties, Payments payments, AdmissionStore store, JdbcClient jdbc, ElandClock clock) {
        this.parties = parties;
        this.payments = payments;
        this.store = store;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By the names of the table's columns, all of them. */
    Map<String, Object> of(Admission admission, Lot lot) {
        var bidder = admission.bidder();
        var traces = parties.traces(bidder);
        var facts = new HashMap<String, Object>(history(bidder, lot.seller()));
        facts.put("sharedWithSeller", shared(traces, parties.traces(lot.seller())) + (isSpouse(lot.seller(), bidder) ? 1 : 0));
        facts.put("sharedWithBidders", others(admission).stream().mapToInt(other -> shared(traces, parties.traces(other))).sum());
        facts.put("accountAgeDays", ageDays(traces));
        facts.put("relatedToOrganiser", isOrganiser(bidder, lot));
        facts.put("depositPayerOther", payments.inflows(admission.number()).stream().anyMatch(in -> in.whose() == Inflow.Whose.STRANGER));
        facts.putAll(bids(bidder, lot));
        facts.put("withdrawalsLastHour", 0);
        facts.put("vpnIp", false);
        return facts;
    }

    private List<PartyId> others(Admission admission) {
        return store.all(admission.auction()).stream().filter(other -> other.paddle() != null).map(Admission::bidder)
                .filter(other -> !other.equals(admission.bidder())).toList();
    }

    /** Kinds of data that two have in common: device, network within a day, account, telephone, address. */
    static int shared(List<Trace> one, List<Trace> other) {
        return (int) one.stream().filter(mine -> other.stream().anyMatch(theirs -> isShared(mine, theirs))).map(Trace::kind).distinct().count();
    }

    private static boolean isShared(Trace one, Trace other) {
        boolean same = one.kind() == other.kind() && one.key().equals(other.key());
        return same && (one.kind() != Kind.NETWORK || Duration.between(one.last(), other.last()).abs().compareTo(SAME_NETWORK_WITHIN) < 0);
    }

    private boolean isSpouse(PartyId one, PartyId other) {
        return parties.marriage(one).map(Parties.Marriage::spouse).filter(other::equals).isPresent()
                || parties.marriage(other).map(Parties.Marriage::spouse).filter(one::equals).isPresent();
    }

    private boolean isOrganiser(PartyId bidder, Lot lot) {
        return bidder.equals(lot.agent()) || parties.withRole(Role.AUCTIONEER).stream()
                .anyMatch(auctioneer -> auctioneer.id().equals(bidder) || isSpouse(auctioneer.id(), bidder));
    }

    private int ageDays(List<Trace> traces) {
        return traces.stream().map(Trace::first).filter(Objects::nonNull).min(Instant::compareTo)
                .map(first -> (int) Duration.between(first, clock.instant()).toDays()).orElse(OLD_ENOUGH);
    }

    private Map<String, Object> history(PartyId bidder, PartyId seller) {
        var facts = new HashMap<String, Object>();
        facts.put("lossesSameSeller", count("""
                select count(distinct c.number) from auction.cases c join auction.paddles p on p.lot_id = c.lot_id and p.party_id = :bidder
                join auction.bids b on b.lot_id = p.lot_id and b.paddle = p.paddle
                where c.seller = :seller and c.decided_at is not null and c.winner is distinct from p.paddle""", bidder, seller));
        facts.put("defaults12m", count("select count(*) from auction.bans where party_id = :bidder and cause in ('NO_PAYMENT', 'NO_SIGNATURE') "
                + "and until > now() and :seller is not null", bidder, seller));
        var circle = jdbc.sql("""
                with mine as (select c.number, c.lot_id from auction.cases c join auction.paddles p on p.lot_id = c.lot_id
                    where p.party_id = :bidder and c.decided_at is not null),
                together as (select p.party_id from mine join auction.paddles p on p.lot_id = mine.lot_id and p.party_id <> :bidder
                    group by p.party_id having count(*) >= 4)
                select (select count(*) from together) as people, (select count(distinct w.party_id) from mine
                    join auction.cases c on c.number = mine.number join auction.paddles w on w.lot_id = c.lot_id and w.paddle = c.winner
                    where w.party_id = :bidder or w.party_id in (select party_id from together)) as winners""")
                .param("bidder", bidder.value()).query((row, n) -> new int[] {row.getInt("people"), row.getInt("winners")}).single();
        facts.put("coBidders4Auctions", circle[0]);
        facts.put("altWinners", circle[1] > 1);
        return facts;
    }

    private int count(String query, PartyId bidder, PartyId seller) {
        return jdbc.sql(query).param("bidder", bidder.value()).param("seller", seller.value()).query(Integer.class).single();
    }

    /** How somebody bids for the lot: how fast, how often by the least step, how far above the price before. */
    private Map<String, Object> bids(PartyId bidder, Lot lot) {
        return jdbc.sql("""
                with bid as (select b.*, coalesce(lag(b.price_tugrug) over (order by b.sequence), 0) as before from auction.bids b where b.lot_id = :lot),
                mine as (select bid.* from bid join auction.paddles p on p.lot_id = bid.lot_id and p.paddle = bid.paddle where p.party_id = :bidder)
                select coalesce(max((select count(*) from mine y where y.decided_at > x.decided_at - interval '1 minute' and y.decided_at <= x.decided_at)), 0),
                    coalesce(avg((before > 0 and x.limit_tugrug = x.price_tugrug)::int)::float8, 0),
                    coalesce(max(case when before > 0 then (x.price_tugrug - before)::float8 / before end), 0) from mine x""")
                .param("lot", lot.id().value()).param("bidder", bidder.value())
                .query((row, n) -> Map.<String, Object>of("bidsPerMinute", row.getInt(1), "minStepShare", row.getDouble(2), "jumpPct", row.getDouble(3)))
                .single();
    }
}
