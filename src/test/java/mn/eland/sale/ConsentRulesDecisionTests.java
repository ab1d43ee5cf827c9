package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.api.Test;

class ConsentRulesDecisionTests extends DecisionTest {

    ConsentRulesDecisionTests() {
        super("sale", "consentRules", DecisionTable.facts("regime", "SEPARATE", "married", false, "hasAdultFamilyOwners", false,
                "minorOwner", false, "mortgage", false, "companyMajorAsset", false, "tenantPriority", false, "shareSale", false));
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
}
