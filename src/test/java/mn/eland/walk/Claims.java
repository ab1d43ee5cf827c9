package mn.eland.walk;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The disputes of a case that has ended: what was said in them, and where the books have put their money. */
final class Claims {

    /**
     * @param toBuyer  the buyer's part as it was accepted, agreed, mediated or awarded; null when the claim was withdrawn
     * @param others   what turned out to be the bank's or the agent's when the price was released
     * @param back     what went back into the deal
     * @param refunded what the buyer was paid; @param released what the seller was paid
     * @param early    it ended before the sale did
     */
    private record Claim(int number, boolean byBuyer, long sum, String outcome, Long toBuyer, Long offered, Long award, boolean ended,
                         boolean early, long frozen, long others, long back, long refunded, long released) {

        long theirs() {
            return sum - others;
        }

        boolean isWithdrawn() {
            return "WITHDRAWN".equals(outcome);
        }

        /** What the people of the dispute have said, read from what each of them wrote. */
        boolean isAsSaid() {
            return switch (outcome) {
                case "ACCEPTED" -> toBuyer == (byBuyer ? sum : 0);
                case "AGREED" -> toBuyer == (byBuyer ? offered : sum - offered);
                case "AWARDED" -> toBuyer.equals(award);
                case "MEDIATED" -> toBuyer >= 0 && toBuyer <= sum;
                default -> toBuyer == null;
            };
        }

        boolean isPaidAsSaid() {
            return isWithdrawn() || refunded == Math.min(toBuyer, theirs());
        }
    }

    private final List<Claim> all;

    Claims(JdbcClient sql, WalkingDeal deal) {
        all = sql.sql("""
                select d.number, d.by_buyer, d.sum_mnt, d.outcome, d.to_buyer_mnt, d.offered_mnt, d.award_to_buyer_mnt, d.ended_at is not null,
                    d.ended_at < s.ended_at, (select coalesce(sum(p.amount), 0) from payment.journals j join payment.postings p on p.journal_id = j.id
                        where j.reference = 'dispute:' || d.sale || ':' || d.number and p.amount > 0),
                    (select coalesce(sum(p.amount), 0) from payment.journals j join payment.postings p on p.journal_id = j.id
                        where j.reference = 'dispute:' || d.sale || ':' || d.number || ':others' and p.amount > 0),
                    (select coalesce(sum(p.amount), 0) from payment.journals j join payment.postings p on p.journal_id = j.id
                        where j.reference = 'dispute:' || d.sale || ':' || d.number || ':back' and p.amount > 0),
                    (select coalesce(sum(t.amount), 0) from payment.transfers t where t.key = d.sale || ':payBuyerPart:' || d.number and t.state <> 'REFUSED'),
                    (select coalesce(sum(t.amount), 0) from payment.transfers t where t.key = d.sale || ':paySellerPart:' || d.number and t.state <> 'REFUSED')
                from sale.disputes d join sale.sales s on s.number = d.sale where d.sale = ? order by d.number""").param(deal.caseRef().number())
                .query((row, n) -> new Claim(row.getInt(1), row.getBoolean(2), row.getLong(3), row.getString(4), (Long) row.getObject(5),
                        (Long) row.getObject(6), (Long) row.getObject(7), row.getBoolean(8), row.getBoolean(9), row.getLong(10), row.getLong(11),
                        row.getLong(12), row.getLong(13), row.getLong(14))).list();
    }

    /** What was disputed stood apart once, and was divided once, as was said. */
    void check(boolean sold, List<String> faults) {
        for (var claim : all) {
            var which = " " + claim;
            if (!claim.ended || claim.outcome == null) {
                faults.add("a dispute has not ended" + which);
            } else if (!claim.isAsSaid() || !claim.isPaidAsSaid()) {
                faults.add("a dispute is not paid as was said in it" + which);
            }
            if (claim.frozen != claim.sum || claim.theirs() != claim.back + claim.refunded + claim.released) {
                faults.add("what was disputed is not divided once" + which);
            }
            if (claim.back > 0 && claim.released > 0 || !sold && claim.early && claim.released > 0) {
                faults.add("the seller has a part before the price was earned" + which);
            }
            if (sold && claim.isWithdrawn() && claim.refunded > 0) {
                faults.add("who has withdrawn a claim is paid for it" + which);
            }
        }
    }

    /** What the buyer has from disputes, and the seller. */
    long refunded() {
        return all.stream().mapToLong(Claim::refunded).sum();
    }

    long released() {
        return all.stream().mapToLong(Claim::released).sum();
    }

    /** What was said to be whose counts as deposit first, and the table has no word in it. */
    long takenFromDeposit() {
        return all.stream().filter(claim -> !claim.isWithdrawn()).mapToLong(claim -> claim.theirs() - claim.back).sum();
    }

    /** What the seller has of claims that were said to be whose, when the deal was off. */
    long releasedAsSaid() {
        return all.stream().filter(claim -> !claim.isWithdrawn()).mapToLong(Claim::released).sum();
    }

    @Override
    public String toString() {
        return all.toString();
    }

    /** Each division rounds. */
    long roundings() {
        return all.stream().filter(claim -> claim.isWithdrawn() && claim.back == 0).count();
    }
}
