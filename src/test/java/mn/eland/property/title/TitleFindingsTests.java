package mn.eland.property.title;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mn.eland.kernel.PropertyId;
import mn.eland.property.PropertyView;
import mn.eland.property.PropertyView.Kind;
import mn.eland.property.TitleReading;
import mn.eland.property.spi.OwnershipRegistry.Entry;
import mn.eland.property.spi.OwnershipRegistry.Owner;
import mn.eland.property.spi.OwnershipRegistry.Parcel;
import mn.eland.property.spi.OwnershipRegistry.Title;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleFindingsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String SELLER = "ЯЯ88041511";

    private final List<Owner> owners = new ArrayList<>(List.of(new Owner("яя88041511", "Ганболдын", "Тэмүүлэн")));
    private final List<Entry> history = new ArrayList<>();
    private String certificateNo = "000000101";
    private String parcelNo = "1119000001";
    private double areaM2 = 72.4;
    private Optional<Parcel> parcel = Optional.of(new Parcel("1119000001", 2400, false, false));
    private Integer yearBuilt = 2013;
    private Set<String> cured = Set.of();

    private void entered(String words) {
        entered(words, LocalDate.of(2024, 5, 1), true);
    }

    private void entered(String words, LocalDate on, boolean active) {
        history.add(new Entry(words, on, "Тэмүүлэн", "Голомт банк", null, active));
    }

    private TitleReading reading() {
        var property = new PropertyView(new PropertyId(new UUID(1, 1)), "Ү-2299000001", "000000101", "1119000001", Kind.APARTMENT, 72.4,
                3, 7, 12, yearBuilt, "SBD", 1, "Сөүлийн гудамж 12", 47.9, 106.9);
        var title = new Title("Ү-2299000001", certificateNo, parcelNo, areaM2, "Сөүлийн гудамж 12", owners, history);
        return TitleFindings.of(Optional.of(title), parcel, new TitleFindings.Known(property, SELLER, cured, false, 0, Instant.EPOCH, TODAY, 18));
    }

    @Test
    void cleanTitleShowsNothing() {
        var reading = reading();

        assertThat(reading.found()).isTrue();
        assertThat(reading.ownerMatch()).isTrue();
        assertThat(reading.certificateMatch()).isTrue();
        assertThat(reading.parcelMatch()).isTrue();
        assertThat(reading.areaDiffPct()).isZero();
        assertThat(reading.regime()).isEqualTo("SEPARATE");
        assertThat(reading.ownerNames()).containsExactly("Г. Тэмүүлэн");
        assertThat(List.of(reading.arrest(), reading.courtDispute(), reading.mortgage(), reading.leaseRegistered(), reading.pendingFiling(),
                reading.minorOwner(), reading.unfinished())).containsOnly(false);
    }

    @Test
    void unknownNumberIsNotFound() {
        var property = new PropertyView(new PropertyId(new UUID(1, 1)), "Ү-2299000001", "000000101", null, Kind.APARTMENT, 72.4, 3, 7, 12,
                2013, "SBD", 1, "х", 47.9, 106.9);

        var reading = TitleFindings.of(Optional.empty(), Optional.empty(),
                new TitleFindings.Known(property, SELLER, Set.of(), false, 0, Instant.EPOCH, TODAY, 18));

        assertThat(reading.found()).isFalse();
    }

    @Test
    void strangerIsNotTheOwner() {
        owners.set(0, new Owner("ЯЯ90090822", "Дорждэрэмийн", "Сарантуяа"));

        assertThat(reading().ownerMatch()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Хөрөнгө битүүмжлэх тэмдэглэл хийх, arrest", "ШҮҮХИЙН МАРГААНЫ ТЭМДЭГЛЭЛ ХИЙХ, courtDispute", "Барьцааны гэрээ бүртгэх, mortgage",
        "Ипотекийн гэрээ бүртгэх, mortgage", "Түрээсийн гэрээ бүртгэх, lease", "Орон сууц хөлслөх гэрээ бүртгэх, lease",
        "Эрх шилжүүлэх мэдүүлэг хүлээн авах, pending", "Дуусаагүй барилга бүртгэх, unfinished"})
    void burdenIsToldByTheWordsOfTheEntry(String words, String burden) {
        entered(words);

        var reading = reading();

        assertThat(reading.arrest()).isEqualTo(burden.equals("arrest"));
        assertThat(reading.courtDispute()).isEqualTo(burden.equals("courtDispute"));
        assertThat(reading.mortgage()).isEqualTo(burden.equals("mortgage"));
        assertThat(reading.leaseRegistered()).isEqualTo(burden.equals("lease"));
        assertThat(reading.pendingFiling()).isEqualTo(burden.equals("pending"));
        assertThat(reading.unfinished()).isEqualTo(burden.equals("unfinished"));
    }

    @Test
    void releasedBurdenBurdensNoLonger() {
        entered("Барьцааны гэрээ бүртгэх", LocalDate.of(2020, 1, 10), true);
        entered("Барьцааны гэрээ чөлөөлөх", LocalDate.of(2023, 2, 1), true);

        assertThat(reading().mortgage()).isFalse();
    }

    @Test
    void burdenAfterAReleaseStands() {
        entered("Барьцааны гэрээ чөлөөлөх", LocalDate.of(2023, 2, 1), true);
        entered("Барьцааны гэрээ бүртгэх", LocalDate.of(2025, 1, 10), true);

        assertThat(reading().mortgage()).isTrue();
    }

    @Test
    void entryThatHoldsNoLongerIsNoBurden() {
        entered("Хөрөнгө битүүмжлэх тэмдэглэл хийх", LocalDate.of(2020, 1, 10), false);

        assertThat(reading().arrest()).isFalse();
    }

    @Test
    void cadastreAddsItsOwnBurdens() {
        parcel = Optional.of(new Parcel("1119000001", 2400, true, true));

        assertThat(reading().mortgage()).isTrue();
        assertThat(reading().courtDispute()).isTrue();
    }

    @Test
    void parcelMustBeTheRegisteredOneAndExist() {
        parcelNo = "1119000002";
        assertThat(reading().parcelMatch()).isFalse();

        parcelNo = "1119000001";
        parcel = Optional.empty();
        assertThat(reading().parcelMatch()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"72.4, 72.4, 0", "76.0, 72.4, 4.97", "80.0, 72.4, 10.5", "60.0, 72.4, 17.13", "50, 0, 100"})
    void differenceOfAreaIsMeasuredAgainstTheRegister(double ours, double registered, double percent) {
        assertThat(TitleFindings.areaDiffPct(ours, registered)).isEqualTo(percent);
    }

    @Test
    void severalOwnersOwnJointlyUnlessTheRegisterSaysShares() {
        owners.add(new Owner("ЯЯ90090822", "Дорждэрэмийн", "Сарантуяа"));
        assertThat(reading().regime()).isEqualTo("JOINT");

        entered("Дундын хэсгээр өмчлөх эрх бүртгэх");
        assertThat(reading().regime()).isEqualTo("SHARED");
    }

    @Test
    void jointOwnershipOfAFamilyIsReadFromItsEntry() {
        entered("Гэр бүлийн гишүүдийн хамтран өмчлөх эрх бүртгэх");

        assertThat(reading().regime()).isEqualTo("JOINT");
    }

    @ParameterizedTest
    @CsvSource({"ЯЯ10251246, true", "ЯЯ88041511, false", "ЯЯ08312346, true", "ЯЯ08312446, true", "ЯЯ08312246, false", "9900011, false", "ЯЯ10991246, false"})
    void minorIsToldByTheRegisterNumber(String registerNumber, boolean minor) {
        assertThat(TitleFindings.isMinor(registerNumber, LocalDate.of(2026, 11, 22), 18)).isEqualTo(minor);
    }

    @Test
    void papersRemoveWhatPapersCanRemove() {
        entered("Барьцааны гэрээ бүртгэх");
        owners.add(new Owner("ЯЯ10251246", "Түмэнгийн", "Оюу"));
        yearBuilt = 2027;
        assertThat(reading().mortgageeConsent()).isFalse();
        assertThat(reading().unfinished()).isTrue();

        cured = Set.of("MORTGAGE", "MINOR_PERMIT", "NO_COMMISSION_ACT", "AREA_DIFF");
        areaM2 = 60;

        assertThat(reading().mortgage()).isTrue();
        assertThat(reading().mortgageeConsent()).isTrue();
        assertThat(reading().minorOwner()).isTrue();
        assertThat(reading().permitForMinor()).isTrue();
        assertThat(reading().unfinished()).isFalse();
        assertThat(reading().areaDiffPct()).isGreaterThan(5);
    }
}
