package mn.eland.workflow.rulings;

import static mn.eland.DecisionTable.facts;
import static mn.eland.DecisionTable.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import mn.eland.DecisionTable;
import mn.eland.workflow.Ruling.Change;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;

/** The smallest change that would have passed, found on the real tables. */
class DecisionColumnsTests {

    private static final Map<String, Object> CLEAN = facts("registryFound", true, "ownerMatch", true, "certificateMatch", true, "arrest", false,
            "courtDispute", false, "mortgage", false, "mortgageeConsent", false, "pendingFiling", false, "leaseRegistered", false,
            "parcelMatch", true, "minorOwner", false, "permitForMinor", false, "unfinished", false, "areaDiffPct", 0.0,
            "openDealsSameRegistry", 0, "referenceAgeDays", 0, "referenceMaxAgeDays", 3, "governorPermit", true);
    private static final List<String> TITLE = List.of("mortgageeConsent", "mortgage", "permitForMinor", "referenceAgeDays", "areaDiffPct", "arrest");
    private static final Map<String, Object> BUYER = facts("buyerType", "CITIZEN", "objectType", "LAND", "location", "CAPITAL", "areaHa", 0.05,
            "freeGrant", false, "freeGrantUsed", false, "residentDays", 0, "age", 30, "freeCapitalHa", 0.07, "freeAimagHa", 0.35, "freeSoumHa", 0.5, "fullAge", 18,
            "foreignLandHa", 0.05, "foreignLandDays", 183);
    private static final List<String> ELIGIBILITY = List.of("objectType", "freeGrant", "areaHa");

    @Test
    void aMortgageIsRemovedOrConsentedTo() {
        assertThat(title("mortgage", true)).containsExactly(new Change("mortgageeConsent", true), new Change("mortgage", false));
    }

    @Test
    void anOldReferenceMayBeAsOldAsTheTableAllowsAndNoNewer() {
        assertThat(title("referenceAgeDays", 7)).containsExactly(new Change("referenceAgeDays", 3L));
        assertThat(title("areaDiffPct", 8.5)).containsExactly(new Change("areaDiffPct", 5.0));
        assertThat(title("minorOwner", true)).containsExactly(new Change("permitForMinor", true));
    }

    @Test
    void twoFaultsAreNotMendedByOneChange() {
        assertThat(title("mortgage", true, "referenceAgeDays", 7)).isEmpty();
        assertThat(title("registryFound", false)).isEmpty();
    }

    @Test
    void whoMayNotOwnLandMayBuySomethingElse() {
        assertThat(eligibility("buyerType", "FOREIGN_PERSON")).containsExactly(new Change("objectType", "HOUSE"));
        assertThat(eligibility("buyerType", "MN_COMPANY")).containsExactly(new Change("objectType", "POSSESSION_RIGHT"));
        assertThat(eligibility("freeGrant", true, "areaHa", 0.1)).containsExactly(new Change("freeGrant", false), new Change("areaHa", 0.07));
        assertThat(eligibility("freeGrant", true, "freeGrantUsed", true)).containsExactly(new Change("freeGrant", false));
    }

    @Test
    void theDepositOfADefaultingBuyerWouldComeBackOnlyIfAnotherFactHeld() {
        var table = DecisionTable.of("sale", "depositOutcome");
        var inputs = facts("endReason", "FINANCE_REFUSED", "faultParty", "NONE", "contractDouble", false, "financeClause", false, "signed", true);
        Predicate<Map<String, Object>> returned = answer -> Integer.valueOf(100).equals(answer.get("buyerPct"));

        assertThat(columns("sale/deposit-outcome").thatPass(inputs, List.of("financeClause", "signed"), returned, table::ask))
                .containsExactly(new Change("financeClause", true));
        assertThat(columns("sale/deposit-outcome").thatPass(with(inputs, "faultParty", "BUYER"), List.of("financeClause"), returned, table::ask)).isEmpty();
    }

    @Test
    void aColumnKnowsItsLabelAndItsTurningPoints() {
        var columns = columns("property/title-check").columns();

        assertThat(columns).hasSize(CLEAN.size()).filteredOn(column -> column.name().equals("areaDiffPct")).singleElement()
                .satisfies(column -> {
                    assertThat(column.turns()).containsExactly("5");
                    assertThat(column.label()).isNotBlank();
                });
    }

    private static List<Change> title(Object... changes) {
        return columns("property/title-check").thatPass(with(CLEAN, changes), TITLE,
                answer -> "OK".equals(answer.get("titleDecision")), DecisionTable.of("property", "titleCheck")::ask);
    }

    private static List<Change> eligibility(Object... changes) {
        return columns("sale/ownership-eligibility").thatPass(with(BUYER, changes), ELIGIBILITY,
                answer -> Boolean.TRUE.equals(answer.get("allowed")), DecisionTable.of("sale", "ownershipEligibility")::ask);
    }

    private static DecisionColumns columns(String table) {
        return new DecisionColumns(Dmn.readModelFromFile(Path.of("decisions", table + ".dmn").toFile()));
    }
}
