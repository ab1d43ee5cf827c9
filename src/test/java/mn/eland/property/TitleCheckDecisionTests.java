package mn.eland.property;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleCheckDecisionTests extends DecisionTest {

    TitleCheckDecisionTests() {
        super("property", "titleCheck", DecisionTable.facts("registryFound", true, "ownerMatch", true, "certificateMatch", true, "arrest", false, "courtDispute", false, "mortgage", false, "mortgageeConsent", false, "pendingFiling", false, "leaseRegistered", false, "parcelMatch", true, "minorOwner", false, "permitForMinor", false, "unfinished", false, "areaDiffPct", 0.0, "openDealsSameRegistry", 0, "referenceAgeDays", 0, "referenceMaxAgeDays", 3, "governorPermit", true));
    }

    @ParameterizedTest
    @CsvSource({
            "registryFound, false, STOP, TITLE_NOT_FOUND, ", "ownerMatch, false, STOP, OWNER_MISMATCH, ",
            "certificateMatch, false, STOP, CERT_FORGED, ", "arrest, true, STOP, ARREST, ",
            "pendingFiling, true, STOP, DOUBLE_SALE, ", "courtDispute, true, STOP, LITIGATION, ",
            "minorOwner, true, CURE, MINOR_PERMIT, P30D", "mortgage, true, CURE, MORTGAGE, P14D",
            "parcelMatch, false, CURE, CADASTRE_DIFF, P14D", "unfinished, true, CURE, NO_COMMISSION_ACT, P30D",
            "leaseRegistered, true, OK, LEASE_PASSES_TO_BUYER, ", "leaseRegistered, false, OK, CLEAN, "})
    void oneFactDecides(String fact, boolean value, String decision, String code, String cureWithin) {
        assertThat(answer(fact, value)).containsEntry("titleDecision", decision).containsEntry("titleCode", code)
                .containsEntry("cureWithin", cureWithin);
    }

    @ParameterizedTest
    @CsvSource({"3, 5.0, 0, CLEAN", "4, 0.0, 0, REFERENCE_OLD", "0, 5.1, 0, AREA_DIFF", "0, 0.0, 1, DOUBLE_SALE"})
    void measuredFactsHaveTheirLimits(int age, double difference, int deals, String code) {
        assertThat(answer("referenceAgeDays", age, "areaDiffPct", difference, "openDealsSameRegistry", deals))
                .containsEntry("titleCode", code);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, CLEAN", "2, 1, REFERENCE_OLD", "5, 7, CLEAN"})
    void howOldAReferenceMayBeIsAParameter(int age, int most, String code) {
        assertThat(answer("referenceAgeDays", age, "referenceMaxAgeDays", most)).containsEntry("titleCode", code);
    }

    @ParameterizedTest
    @CsvSource({"true, false, MINOR_PERMIT", "false, false, CLEAN", "true, true, CLEAN"})
    void whetherTheGovernorPermitsAMinorsSaleIsAParameter(boolean asked, boolean permit, String code) {
        assertThat(answer("minorOwner", true, "permitForMinor", permit, "governorPermit", asked)).containsEntry("titleCode", code);
    }

    @ParameterizedTest
    @CsvSource({"true, true, CLEAN", "true, false, MORTGAGE"})
    void theBanksConsentFreesAMortgagedHome(boolean mortgage, boolean consent, String code) {
        assertThat(answer("mortgage", mortgage, "mortgageeConsent", consent)).containsEntry("titleCode", code);
    }

    @ParameterizedTest
    @CsvSource({"arrest, mortgage, ARREST", "minorOwner, courtDispute, LITIGATION", "mortgage, leaseRegistered, MORTGAGE"})
    void theGraverFactWins(String one, String other, String code) {
        assertThat(answer(one, true, other, true)).containsEntry("titleCode", code);
    }
}
