package mn.eland.sale.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import mn.eland.ElandTest;
import mn.eland.contract.Contracts;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import mn.eland.property.PropertyView;
import mn.eland.property.PropertyView.Kind;
import mn.eland.property.TitleReading;
import mn.eland.sale.papers.Deed.Consent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A contract of sale states what is so, in both languages. */
@ElandTest
class SalePapersTests {

    private static final AtomicInteger CASES = new AtomicInteger();

    @Autowired SalePapers papers;
    @Autowired Contracts contracts;

    @Test
    void aCleanTitleIsWarrantedFree() {
        var text = contract(title(false, false), null);

        assertThat(text).contains("барьцаанд байхгүй, битүүмжлэгдээгүй", "free of mortgage, seizure and other restrictions",
                "түрээслэх, бусдад үнэгүй ашиглуулах гэрээ байхгүй", "neither let nor lent",
                "зөвшөөрөл шаардлагагүй", "no consent of a spouse or co-owner is needed");
    }

    @Test
    void aMortgageAgreedToByTheMortgageeIsNamed() {
        var text = contract(title(true, false), "Голомт банк", new Consent("MORTGAGEE_BANK", null));

        assertThat(text).contains("барьцаанд байгаа (барьцаалагч: Голомт банк)", "is mortgaged (mortgagee: Голомт банк)",
                "зааснаас өөр барьцаа", "other than those named in this contract")
                .doesNotContain("барьцаанд байхгүй", "free of mortgage,", "paid out of the price directly to the mortgagee");
    }

    @Test
    void aLeaseThatPassesToTheBuyerIsNamed() {
        var text = contract(title(false, true), null, new Consent("TENANT", null));

        assertThat(text).contains("уг гэрээ худалдан авагчид шилжих", "the lease passes to the buyer", "Түрээслэгч Хөрөнгийг худалдахыг",
                "The tenant has consented").doesNotContain("neither let nor lent", "үнэгүй ашиглуулах гэрээ байхгүй", "free of mortgage,");
    }

    @Test
    void theConsentOfTheSpouseIsNamed() {
        var text = contract(title(false, false), null, new Consent("SPOUSE", "Д. Сарантуяа"));

        assertThat(text).contains("эхнэр, нөхөр (Д. Сарантуяа)", "spouse (Д. Сарантуяа) has consented")
                .doesNotContain("зөвшөөрөл шаардлагагүй", "no consent of a spouse");
    }

    @Test
    void theAgentWhoBringsThePaperIsNotTheSpouse() {
        var text = contract(title(false, false), null, new Consent("SPOUSE_ACKNOWLEDGEMENT", null));

        assertThat(text).contains("эхнэр, нөхөр Хөрөнгийг худалдахыг", "spouse has consented").doesNotContain("no consent of a spouse");
    }

    @Test
    void theConsentOfTheOtherOwnersIsNamed() {
        var text = contract(title(false, false), null, new Consent("ALL_SHARE_OWNERS", null));

        assertThat(text).contains("бусад өмчлөгч Хөрөнгийг худалдахыг", "The other owners of the Property have consented")
                .doesNotContain("зөвшөөрөл шаардлагагүй", "no consent of a spouse");
    }

    @Test
    void theConsentForAMinorAndTheResolutionOfACompanyAreNamed() {
        var minor = contract(title(false, false), null, new Consent("GUARDIAN", null), new Consent("GOVERNOR_GUARDIAN_AUTHORITY", null));
        var company = contract(title(false, false), null, new Consent("SHAREHOLDERS_OR_BOARD", null));

        assertThat(minor).contains("Насанд хүрээгүй өмчлөгчийн", "The guardian of the owner who is a minor");
        assertThat(company).contains("компанийн эрх бүхий байгууллага", "competent body of the seller company")
                .doesNotContain("Насанд хүрээгүй өмчлөгчийн");
    }

    @Test
    void aPriorityThatWasNotUsedIsNoConsent() {
        var text = contract(title(false, false), null, new Consent("OTHER_SHARE_OWNERS", "П. Номин-Эрдэнэ", true),
                new Consent("SPOUSE_ACKNOWLEDGEMENT", null, true));

        assertThat(text).contains("давуу эрхээр худалдан авах эрхтэй этгээдэд", "have not used their right in time")
                .doesNotContain("The other owners of the Property have consented", "spouse has consented");
    }

    @Test
    void theShareAndTheDirectorOfACompanyAreNamed() {
        var text = text(new PartyId(new UUID(0, 101)), title(false, false), null, new Deed.Terms(null, "1/2", false));

        assertThat(text).contains("өөрт ногдох 1/2 хэсгийг", "share of 1/2 in the Property", "Худалдагчийг Үзэмчин Гомбын Төгөлдөр төлөөлнө",
                "represented by Үзэмчин Гомбын Төгөлдөр as executive of the company, no. УБ-9900011");
    }

    @Test
    void moneyAndTermsComeFromTheTables() {
        var text = contract(title(false, false), null);

        assertThat(text).containsPattern("Эскроу дансны дугаар: MN\\d\\d0005998126\\d{6}\\.").contains("MNT 28,500,000 of the price stays in the escrow account", "50 хувиас", "50 percent",
                "14 хоногийн дотор", "within 14 days", "6 months for visible", "1 year for hidden", "3 years for defects of the building");
    }

    private String contract(TitleReading title, String mortgagee, Consent... consents) {
        return text(new PartyId(new UUID(0, 1)), title, mortgagee, new Deed.Terms(null, null, false), consents);
    }

    private String text(PartyId seller, TitleReading title, String mortgagee, Deed.Terms terms, Consent... consents) {
        var property = new PropertyView(new PropertyId(new UUID(1, 1)), "Ү-2299000001", "000000101", "1119000001", Kind.APARTMENT, 72.4, 3, 7,
                12, 2013, "SBD", 1, "Сөүлийн гудамж 12", 47.9, 106.9);
        var deed = new Deed(CaseRef.of("S-2026-%06d".formatted(970_000 + CASES.incrementAndGet())), property, seller,
                new PartyId(new UUID(0, 3)), Money.of(285_000_000), Money.of(28_500_000), title, mortgagee, List.of(consents), terms);
        return contracts.text(papers.saleContract(deed).id()).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private static TitleReading title(boolean mortgage, boolean leased) {
        return new TitleReading(true, true, true, false, false, mortgage, mortgage, false, leased, true, false, false, false, 0, 0, "SEPARATE",
                List.of("Г. Тэмүүлэн"), Instant.EPOCH, "OK", leased ? "LEASE_PASSES_TO_BUYER" : "CLEAN");
    }
}
