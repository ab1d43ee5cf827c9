package mn.eland.walk;

import java.util.Set;
import mn.eland.walk.WalkingDeal.Stand;

/** What becomes of the deposit, read from the handbook (9A.13) and the facts, without asking the table. */
final class DepositRules {

    private static final Set<String> THE_TITLE = Set.of("ENCUMBERED", "ARREST", "EXPIRED_REFERENCE", "NO_AUTHORITY");
    private final Town town;

    DepositRules(Town town) {
        this.town = town;
    }

    String code(WalkingDeal deal, Stand stand) {
        if (isFrozen(deal)) {
            return "FREEZE";
        }
        boolean bound = isBound(deal);
        return switch (stand.endReason()) {
            case "TITLE_STOPPED", "CURE_OVERDUE", "REGISTRATION_REFUSED", "PAYOFF_NOT_COVERED" -> "TITLE_FAIL";
            case "CONSENT_REFUSED", "CONSENT_WITHHELD", "PRIORITY_EXERCISED" -> "NO_CONSENT";
            case "FINANCE_REFUSED" -> exists("select exists (select from sale.financings where sale = ? and clause)", deal)
                    ? "FINANCE_OUT" : "FORFEIT_CC233_3";
            case "RISK_BLOCKED" -> "FREEZE";
            case "RESCISSION_AGREED" -> "MUTUAL";
            case "PARTY_DIED", "PARTY_INCAPABLE", "PROPERTY_DESTROYED" -> "FM_CC221";
            case "NOTARY_REFUSED" -> THE_TITLE.contains(refusalCode(deal)) ? "TITLE_FAIL" : "DISPUTE";
            case "BURDEN_STANDS" -> "RETURN_CC233_4";
            case "CONTRACT_NOT_ACCEPTED" -> unwilling(deal);
            case "DEADLINE_PASSED" -> bound ? "DISPUTE" : "NOT_BOUND";
            case "BALANCE_OVERDUE" -> "FORFEIT_CC233_3";
            case "SELLER_WITHDREW" -> bound ? throughTheSeller(deal) : "NOT_BOUND";
            case "BUYER_WITHDREW" -> bound ? "FORFEIT_CC233_3" : "NOT_BOUND";
            case "PRELIMINARY_NOT_ACCEPTED", "DEPOSIT_OVERDUE", "IDENTITY_REJECTED", "NOT_ELIGIBLE" -> "NOT_BOUND";
            default -> "no rule for " + stand.endReason();
        };
    }

    private String throughTheSeller(WalkingDeal deal) {
        return exists("select double_deposit from sale.sales where number = ?", deal) ? "RETURN_DOUBLE" : "RETURN_CC233_4";
    }

    /** What compliance had frozen when the sale ended stays with the authority's rule, though the freeze was lifted later. */
    private boolean isFrozen(WalkingDeal deal) {
        return exists("""
                select exists (select from sale.freezes f join sale.sales s on s.number = f.sale
                where s.number = ? and f.at <= s.ended_at and (f.lifted_at is null or f.lifted_at > s.ended_at))""", deal);
    }

    /** The parties are bound when the deposit has come, which is when the sale asks for the balance. */
    private boolean isBound(WalkingDeal deal) {
        return exists("select exists (select from sale.timeline where sale = ? and what = 'stage.FUNDING')", deal);
    }

    private boolean exists(String query, WalkingDeal deal) {
        return town.sql.sql(query).param(deal.caseRef().number()).query(Boolean.class).single();
    }

    private String refusalCode(WalkingDeal deal) {
        return town.sql.sql("select refusal_code from notarization.acts where case_ref = ? order by opened_at desc, id limit 1").param(deal.caseRef().number())
                .query(String.class).single();
    }

    private String unwilling(WalkingDeal deal) {
        var document = town.sql.sql("select document from notarization.acts where case_ref = ? order by opened_at desc limit 1")
                .param(deal.caseRef().number()).query(java.util.UUID.class).single();
        var missing = town.contracts.document(document).orElseThrow().missing();
        return missing.size() != 1 ? "DISPUTE" : missing.get(0).equals(deal.buyer.party()) ? "FORFEIT_CC233_3" : throughTheSeller(deal);
    }
}
