package mn.eland.auction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import mn.eland.TestDatabase;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** Somebody with a line to the database tries to change what was bid: plain SQL, as the owner of the tables. */
class BidTamperingTests {

    /** A third bid that follows the second one honestly; a test breaks one part of it. */
    private static final String THIRD = """
            with line as (select lot_id, 3::bigint as sequence, 1 as paddle, 'c' as key, 50000::bigint as limit_tugrug, 'LEADING' as answer,
                    40001::bigint as price, 1 as leader, 50000::bigint as leader_limit, closes_at, extensions, decided_at, hash as previous
                from auction.bids where lot_id = :lot and sequence = 2),
            forged as (select lot_id, sequence, paddle, key, limit_tugrug, answer, price, leader, leader_limit, closes_at, extensions, decided_at,
                previous from line)
            insert into auction.bids (lot_id, sequence, paddle, key, limit_tugrug, answer, price_tugrug, leader, leader_limit, closes_at, extensions,
                decided_at, previous_hash, hash)
            select *, encode(sha256(convert_to(concat_ws('|', 'eland-bid-1', lot_id, sequence, paddle, key, limit_tugrug, answer, price, leader,
                leader_limit, auction.millis(closes_at), extensions, auction.millis(decided_at), previous), 'UTF8')), 'hex') from forged""";

    private static BidHouse house;
    private LotId lot;

    @BeforeAll
    static void open() {
        house = new BidHouse(TestDatabase.freshDatabase(), 2);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void twoBids() {
        lot = house.lot();
        List<PartyId> bidders = house.bidders(lot, 2);
        house.auctions().bid(lot, new Bid(bidders.get(0), Money.of(20_000), "a"));
        house.auctions().bid(lot, new Bid(bidders.get(1), Money.of(40_000), "b"));
    }

    @Test
    void anHonestThirdBidFollows() {
        sql(THIRD);

        assertThat(house.verifiedLog(lot)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "4::bigint as sequence", "2::bigint as sequence", "0::bigint as sequence", "3 as paddle", "'a' as key", "'a|b' as key",
            "2000000000000000::bigint as limit_tugrug", "'OUTBID' as answer", "20000::bigint as price", "60000::bigint as price", "2 as leader",
            "30000::bigint as leader_limit", "closes_at + interval '1 second' as closes_at", "extensions + 1 as extensions",
            "extensions - 1 as extensions", "decided_at - interval '1 millisecond' as decided_at", "closes_at as decided_at",
            "repeat('0', 64) as previous", "'OUTBID' as answer; 9 as leader",
            "2000000000000000::bigint as limit_tugrug; 2000000000000000::bigint as leader_limit",
            "extensions + 2 as extensions; closes_at + interval '10 minutes' as closes_at",
            "extensions - 1 as extensions; closes_at - interval '5 minutes' as closes_at"})
    void aForgedBidIsRefused(String parts) {
        var forged = THIRD;
        for (var part : parts.split("; ")) {
            var name = part.substring(part.lastIndexOf(' ') + 1);
            forged = forged.replaceFirst("(?s)(forged as \\(select .*?)\\b" + name + "\\b(.*?from line\\))", "$1" + part + "$2");
        }
        var attack = forged;

        assertThat(forged).isNotEqualTo(THIRD);
        assertThatThrownBy(() -> sql(attack)).isInstanceOf(DataAccessException.class);
        assertThat(house.verifiedLog(lot)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "update auction.bids set limit_tugrug = 1 where lot_id = :lot", "delete from auction.bids where lot_id = :lot",
            "truncate auction.bids", "update auction.lots set closes_at = closes_at + interval '1 hour' where id = :lot",
            "delete from auction.lots where id = :lot", "update auction.paddles set paddle = 3 - paddle where lot_id = :lot",
            "delete from auction.paddles where lot_id = :lot", "update auction.refusals set answer = 'LEADING'", "truncate auction.lots cascade",
            "insert into auction.paddles select lot_id, 9, party_id, admitted_at from auction.paddles where lot_id = :lot"})
    void whatStandsCannotBeChanged(String attack) {
        house.auctions().bid(lot, new Bid(house.bidders(lot, 1).get(0), Money.of(1), "low"));

        for (var role : List.of("origin", "replica")) {
            assertThatThrownBy(() -> sql("set session_replication_role = " + role + "; " + attack)).as(role).isInstanceOf(DataAccessException.class);
        }
        sql("set session_replication_role = origin");
        assertThat(house.verifiedLog(lot)).hasSize(2);
    }

    private void sql(String text) {
        house.jdbc().sql(text.replace(":lot", "'" + lot + "'")).update();
    }
}
