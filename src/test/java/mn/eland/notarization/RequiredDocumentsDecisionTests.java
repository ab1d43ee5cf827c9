package mn.eland.notarization;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.DecisionTable;
import mn.eland.DecisionTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredDocumentsDecisionTests extends DecisionTest {

    RequiredDocumentsDecisionTests() {
        super("notarization", "requiredDocuments", DecisionTable.facts("process", "SALE", "partyType", "STATE", "role", "BUYER", "married", false, "coOwners", 0, "poaUsed", false, "foreignDoc", false, "mortgage", false, "minor", false, "land", false,
                "governorPermit", true, "referenceMaxAge", "P3D", "poaMaxTerm", "P3Y"));
    }

    @ParameterizedTest
    @CsvSource({"partyType, PERSON, ID_CARD_OR_PASSPORT", "partyType, COMPANY, STATE_REG_CERT;CHARTER;BOARD_DECISION;BO_DECLARATION",
            "role, SELLER, TITLE_CERTIFICATE_ORIGINAL;NO_ENCUMBRANCE_REFERENCE;NOT_MARRIED_STATEMENT",
            "process, RENT, OWNERSHIP_PROOF;INVENTORY_LIST", "process, AUCTION, ''"})
    void partyAndRoleDecide(String fact, String value, String documents) {
        assertThat(column("docCode", fact, value).toString().replaceAll("[\\[\\] ]", "").replace(',', ';')).isEqualTo(documents);
    }

    @ParameterizedTest
    @CsvSource({"poaUsed, NOTARIZED_POA", "foreignDoc, OFFICIAL_TRANSLATION_APOSTILLE", "mortgage, PAYOFF_LETTER;RELEASE_UNDERTAKING",
            "minor, BIRTH_CERT;GUARDIAN_CONSENT;PERMIT", "land, CADASTRAL_PLAN;PARCEL_EXTRACT"})
    void circumstancesAddDocuments(String fact, String documents) {
        assertThat(column("docCode", fact, true).toString().replaceAll("[\\[\\] ]", "").replace(',', ';')).isEqualTo(documents);
    }

    @ParameterizedTest
    @CsvSource({"role, SELLER, P2D", "poaUsed, true, P1Y"})
    void howLongAPaperHoldsIsAParameter(String fact, String value, String validity) {
        assertThat(column("docValidity", fact, fact.equals("role") ? value : Boolean.valueOf(value), "referenceMaxAge", "P2D", "poaMaxTerm", "P1Y")).contains(validity);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void theGovernorsPermitIsAParameter(boolean asked, boolean needed) {
        assertThat(column("docCode", "minor", true, "governorPermit", asked).contains("PERMIT")).isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource({"true, MARRIAGE_CERT", "true, SPOUSE_CONSENT", "false, NOT_MARRIED_STATEMENT"})
    void aSellersMarriageIsShown(boolean married, String document) {
        assertThat(column("docCode", "role", "SELLER", "married", married)).contains(document);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true"})
    void coOwnersConsentOrAreTold(int owners, boolean asked) {
        assertThat(column("docCode", "coOwners", owners).contains("CO_OWNER_CONSENT_OR_NOTICE")).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({"DEPOSIT_RECEIPT", "RULES_CONSENT"})
    void aBidderShowsDepositAndConsent(String document) {
        assertThat(column("docCode", "process", "AUCTION", "role", "BIDDER")).contains(document);
    }
}
