package mn.eland.property.title;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mn.eland.property.PropertyView;
import mn.eland.property.TitleReading;
import mn.eland.property.spi.OwnershipRegistry.Entry;
import mn.eland.property.spi.OwnershipRegistry.Owner;
import mn.eland.property.spi.OwnershipRegistry.Parcel;
import mn.eland.property.spi.OwnershipRegistry.Title;

/**
 * Reads the answers of the state register into the inputs of the table {@code titleCheck}. The register has no field
 * for a burden: it is told by the words of its entries, and ends by a later entry that releases it.
 */
public final class TitleFindings {

    private static final List<String> RELEASE = List.of("чөлөөл", "цуцал", "дуусгавар", "хүчингүй", "хасах", "хассан");
    private static final List<String> ARREST = List.of("битүүмж", "хураан авах", "хязгаарлалт");
    private static final List<String> DISPUTE = List.of("шүүх", "маргаан", "нэхэмжлэл");
    private static final List<String> MORTGAGE = List.of("барьцаа", "ипотек");
    private static final List<String> LEASE = List.of("түрээс", "хөлслө", "хөлсний");
    private static final List<String> PENDING = List.of("мэдүүлэг хүлээн ав", "хянагдаж буй", "бүртгэл хийгдэж буй");
    private static final List<String> UNFINISHED = List.of("дуусаагүй барилга", "барьж дуусаагүй");

    /** What the platform knows beside the register. */
    public record Known(PropertyView property, String sellerRegisterNumber, Set<String> curedCodes, boolean ownFilingPending,
                        int openDeals, Instant readAt, LocalDate today, int fullAge) {
    }

    private TitleFindings() {
    }

    public static TitleReading of(Optional<Title> answer, Optional<Parcel> parcel, Known known) {
        if (answer.isEmpty()) {
            return new TitleReading(false, false, false, false, false, false, false, known.ownFilingPending, false, false, false,
                    false, false, 0, known.openDeals, "SEPARATE", List.of(), known.readAt, null, null);
        }
        var title = answer.get();
        var property = known.property;
        var cured = known.curedCodes;
        return new TitleReading(true,
                title.owners().stream().anyMatch(owner -> same(owner.registerNumber(), known.sellerRegisterNumber)),
                same(title.certificateNo(), property.certificateNo()),
                stands(title, ARREST),
                stands(title, DISPUTE) || parcel.map(Parcel::courtDecision).orElse(false),
                stands(title, MORTGAGE) || parcel.map(Parcel::mortgage).orElse(false),
                cured.contains("MORTGAGE"),
                known.ownFilingPending || stands(title, PENDING),
                stands(title, LEASE),
                parcelMatches(property, title, parcel),
                title.owners().stream().anyMatch(owner -> isMinor(owner.registerNumber(), known.today, known.fullAge)),
                cured.contains("MINOR_PERMIT"),
                !cured.contains("NO_COMMISSION_ACT") && isUnfinished(property, title, known.today),
                areaDiffPct(property.areaM2(), title.areaM2()),
                known.openDeals, regime(title),
                title.owners().stream().map(TitleFindings::shortName).toList(), known.readAt, null, null);
    }

    static List<TitleReading.Owner> owners(Title title, LocalDate today, int fullAge) {
        return title.owners().stream().map(owner -> new TitleReading.Owner(owner.registerNumber(), shortName(owner),
                isMinor(owner.registerNumber(), today, fullAge))).toList();
    }

    private static boolean same(String one, String other) {
        return one != null && other != null && one.strip().toUpperCase(Locale.ROOT).equals(other.strip().toUpperCase(Locale.ROOT));
    }

    /** True when an entry with one of these words is in force and no later entry releases it. */
    private static boolean stands(Title title, List<String> words) {
        var burdens = title.history().stream().filter(entry -> mentions(entry, words) && !mentions(entry, RELEASE)).toList();
        var releases = title.history().stream().filter(entry -> mentions(entry, words) && mentions(entry, RELEASE)).toList();
        return burdens.stream().filter(Entry::active).anyMatch(burden -> releases.stream()
                .noneMatch(release -> burden.date() == null || release.date() != null && !release.date().isBefore(burden.date())));
    }

    private static boolean mentions(Entry entry, List<String> words) {
        var name = entry.serviceName() == null ? "" : entry.serviceName().toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(name::contains);
    }

    private static boolean parcelMatches(PropertyView property, Title title, Optional<Parcel> parcel) {
        var ours = property.parcelNo();
        if (ours == null) {
            return property.kind() != PropertyView.Kind.LAND;
        }
        return title.parcelNo() != null && ours.equals(title.parcelNo().strip()) && parcel.isPresent();
    }

    static double areaDiffPct(double ours, double registered) {
        return registered <= 0 ? 100 : Math.round(Math.abs(ours - registered) / registered * 10_000) / 100.0;
    }

    private static boolean isUnfinished(PropertyView property, Title title, LocalDate today) {
        return stands(title, UNFINISHED) || property.yearBuilt() != null && property.yearBuilt() > today.getYear();
    }

    /** Under full age by the birth date in the register number; a number that is no person's is no minor's. */
    static boolean isMinor(String registerNumber, LocalDate today, int fullAge) {
        if (registerNumber == null || !registerNumber.strip().toUpperCase(Locale.ROOT).matches("[А-ЯЁӨҮ]{2}\\d{8}")) {
            return false;
        }
        var number = registerNumber.strip();
        int year = Integer.parseInt(number.substring(2, 4));
        int month = Integer.parseInt(number.substring(4, 6));
        int day = Integer.parseInt(number.substring(6, 8));
        boolean thisCentury = month > 20;
        int realMonth = thisCentury ? month - 20 : month;
        if (realMonth < 1 || realMonth > 12 || day < 1 || day > 31) {
            return false;
        }
        var birth = LocalDate.of((thisCentury ? 2000 : 1900) + year, realMonth, 1).plusDays(day - 1L);
        return birth.plusYears(fullAge).isAfter(today);
    }

    /** Common ownership is joint (all must agree) unless the register says shares. */
    private static String regime(Title title) {
        var words = Stream.concat(title.history().stream().filter(Entry::active).map(Entry::serviceName), Stream.of(title.fullAddress()))
                .filter(java.util.Objects::nonNull).map(text -> text.toLowerCase(Locale.ROOT)).toList();
        if (words.stream().anyMatch(text -> text.contains("хэсгээр өмчлөх") || text.contains("дундын хэсг"))) {
            return "SHARED";
        }
        boolean joint = title.owners().size() > 1 || words.stream().anyMatch(text -> text.contains("хамтран өмчлөх"));
        return joint ? "JOINT" : "SEPARATE";
    }

    private static String shortName(Owner owner) {
        var parent = owner.parentName();
        return parent == null || parent.isBlank() ? owner.givenName() : parent.strip().charAt(0) + ". " + owner.givenName();
    }
}
