package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentRulesDecisionTests extends DecisionTest {

    ConsentRulesDecisionTests() {
        super("sale", "consentRules", DecisionTable.facts("regime", "SEPARATE", "married", false, "hasAdultFamilyOwners", false,
                "minorOwner", false, "mortgage", false, "companyMajorAsset", false, "tenantPriority", false, "shareSale", false,
                "governorPermit", true, "guardianAnswer", "P14D"));
    }

    @Test
    void aSingleOwnerAsksNobody() {
        assertThat(rules()).isEmpty();
    }

    @Test
    void jointOwnersAskSpouseAndFamily() {
        assertThat(column("consentFrom", "regime", "JOINT", "married", true)).containsExactly("SPOUSE");
        assertThat(column("consentFrom", "regime", "JOINT", "married", true, "hasAdultFamilyOwners", true))
                .containsExactly("SPOUSE", "ADULT_FAMILY_CO_OWNERS");
        assertThat(column("waitFor", "regime", "SEPARATE", "married", true)).containsExactly("P7D");
        assertThat(column("consentFrom", "regime", "SEPARATE", "married", true)).containsExactly("SPOUSE_ACKNOWLEDGEMENT");
    }

    @Test
    void shareOwnersAreToldOrAsked() {
        assertThat(column("consentFrom", "regime", "SHARED", "shareSale", true)).containsExactly("OTHER_SHARE_OWNERS");
        assertThat(column("waitFor", "regime", "SHARED", "shareSale", true)).containsExactly("P30D");
        assertThat(column("consentFrom", "regime", "SHARED")).containsExactly("ALL_SHARE_OWNERS");
    }

    @Test
    void aMinorsHomeNeedsGuardianAndGovernor() {
        assertThat(column("consentFrom", "minorOwner", true)).containsExactly("GUARDIAN", "GOVERNOR_GUARDIAN_AUTHORITY");
    }

    @Test
    void othersWithARightAreAsked() {
        assertThat(column("consentFrom", "mortgage", true, "companyMajorAsset", true, "tenantPriority", true))
                .containsExactly("MORTGAGEE_BANK", "SHAREHOLDERS_OR_BOARD", "TENANT");
    }

    @ParameterizedTest
    @CsvSource({
            "JOINT, married, SPOUSE, NOTARIZED, P14D, REFUSED, NO",
            "JOINT, hasAdultFamilyOwners, ADULT_FAMILY_CO_OWNERS, NOTARIZED, P14D, REFUSED, NO",
            "SHARED, shareSale, OTHER_SHARE_OWNERS, WRITTEN, P30D, WAIVED, YES",
            "SHARED, , ALL_SHARE_OWNERS, NOTARIZED, P14D, REFUSED, NO",
            "SEPARATE, mortgage, MORTGAGEE_BANK, LETTER, P14D, REFUSED, NO",
            "SEPARATE, companyMajorAsset, SHAREHOLDERS_OR_BOARD, RESOLUTION, P14D, REFUSED, NO",
            "SEPARATE, tenantPriority, TENANT, WRITTEN, P14D, WAIVED, YES",
            "SEPARATE, married, SPOUSE_ACKNOWLEDGEMENT, WRITTEN, P7D, WAIVED, NO"})
    void eachConsentHasItsFormItsTimeAndItsSilence(String regime, String fact, String from, String form, String waitFor, String silence,
                                                   String priority) {
        var facts = fact == null ? new Object[] {"regime", regime} : new Object[] {"regime", regime, fact, true};

        assertThat(column("consentFrom", facts)).containsExactly(from);
        assertThat(column("consentForm", facts)).containsExactly(form);
        assertThat(column("waitFor", facts)).containsExactly(waitFor);
        assertThat(column("silenceMeans", facts)).containsExactly(silence);
        assertThat(column("priorityRight", facts)).containsExactly(priority);
    }

    @Test
    void silenceOfGuardianAndGovernorIsRefusalEachInItsOwnTime() {
        assertThat(column("waitFor", "minorOwner", true)).containsExactly("P14D", "P30D");
        assertThat(column("consentForm", "minorOwner", true)).containsExactly("WRITTEN", "DECISION");
        assertThat(column("silenceMeans", "minorOwner", true)).containsExactly("REFUSED", "REFUSED");
    }

    @Test
    void theGuardiansTimeAndTheGovernorsPermitAreParameters() {
        assertThat(column("waitFor", "minorOwner", true, "guardianAnswer", "P10D")).containsExactly("P10D", "P30D");
        assertThat(column("consentFrom", "minorOwner", true, "governorPermit", false)).containsExactly("GUARDIAN");
    }
}
