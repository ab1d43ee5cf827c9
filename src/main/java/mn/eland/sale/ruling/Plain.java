package mn.eland.sale.ruling;

import java.time.Period;
import java.util.List;
import java.util.Map;

/** The tables whose refusal is told to buyer and seller in plain words, with the inputs that people can change. */
enum Plain {

    TITLE("titleCheck", "register.code.", "titleCode", List.of("mortgageeConsent", "mortgage", "permitForMinor", "pendingFiling",
            "referenceAgeDays", "parcelMatch", "areaDiffPct", "unfinished", "arrest", "courtDispute")) {
        @Override
        boolean passes(Map<String, Object> answer) {
            return "OK".equals(answer.get("titleDecision"));
        }
    },
    ELIGIBILITY("ownershipEligibility", "refusal.", "eligibilityCode", List.of("objectType", "freeGrant", "areaHa")) {
        @Override
        boolean passes(Map<String, Object> answer) {
            return Boolean.TRUE.equals(answer.get("allowed")) && !"USE_BY_AUCTION".equals(answer.get("ownershipRight"));
        }
    },
    OFFER("offerAdmission", "refusal.", "offerCode", List.of("agentOfListing", "bothSides", "listingState", "byMinor", "byCompanyItself")) {
        @Override
        boolean passes(Map<String, Object> answer) {
            return Boolean.TRUE.equals(answer.get("admitted"));
        }
    },
    /** What has happened cannot be changed any more: only the reason is told. */
    DEPOSIT("depositOutcome", "ruling.deposit.", "depositCode", List.of()) {
        @Override
        boolean passes(Map<String, Object> answer) {
            return answer.get("buyerPct") instanceof Number share && share.intValue() == WHOLE;
        }
    };

    private static final int WHOLE = 100;
    private final String table;
    private final String words;
    private final String codeColumn;
    private final List<String> changeable;

    Plain(String table, String words, String codeColumn, List<String> changeable) {
        this.table = table;
        this.words = words;
        this.codeColumn = codeColumn;
        this.changeable = changeable;
    }

    abstract boolean passes(Map<String, Object> answer);

    String table() {
        return table;
    }

    List<String> changeable() {
        return changeable;
    }

    /** Key of the sentence that says why. */
    String reasonKey(Map<String, Object> answer) {
        return words + answer.get(codeColumn);
    }

    /** Days to mend it, when the table gives some. */
    Integer within(Map<String, Object> answer) {
        return answer.get("cureWithin") instanceof String term ? Period.parse(term).getDays() : null;
    }
}
