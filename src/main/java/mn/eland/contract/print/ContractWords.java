package mn.eland.contract.print;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.MoneyInWords;

/** How contracts write amounts, dates and shares, in both languages. Called by the templates as {@code words}. */
final class ContractWords {

    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** The cells of a table that is kept as text: a row a line, cells parted by {@code |}. */
    public List<List<String>> rows(String table) {
        return table.lines().filter(line -> !line.isBlank()).map(line -> List.of(line.split("\\|", -1))).toList();
    }

    /** {@code 285,000,000 /хоёр зуун наян таван сая/ төгрөг}. */
    public String amount(Money money) {
        return grouped(money) + " /" + MoneyInWords.of(money) + "/ төгрөг";
    }

    /** {@code MNT 285,000,000}. */
    public String amountEn(Money money) {
        return "MNT " + grouped(money);
    }

    /** {@code 2026 оны 11 дүгээр сарын 22-ны өдөр}: the endings follow the vowels of the number's name. */
    public String date(Object day) {
        var date = toDate(day);
        return date.getYear() + " оны " + date.getMonthValue() + " " + ordinal(date.getMonthValue()) + " сарын "
                + date.getDayOfMonth() + "-" + genitive(date.getDayOfMonth()) + " өдөр";
    }

    public String dateEn(Object day) {
        return ENGLISH_DAY.format(toDate(day));
    }

    /** {@code 2026 оны 11 дүгээр сарын 22-ны өдөр, 14:05}. */
    public String time(Instant at) {
        return date(at) + ", " + clockTime(at);
    }

    public String timeEn(Instant at) {
        return dateEn(at) + ", " + clockTime(at);
    }

    /** {@code 62.0 м²} without the unit; decimal point, no needless digits beyond one. */
    public String area(Object squareMetres) {
        return String.format(Locale.ROOT, "%.1f", ((Number) squareMetres).doubleValue());
    }

    /** A share in percent, {@code 0.5}. */
    public String percent(Object number) {
        return java.math.BigDecimal.valueOf(((Number) number).doubleValue()).stripTrailingZeros().toPlainString();
    }

    /** {@code P1Y} as «1 жил», {@code P6M} as «6 сар», {@code P14D} as «14 хоног». */
    public String term(Object iso) {
        var period = Period.parse(iso.toString());
        return period.getYears() > 0 ? period.getYears() + " жил"
                : period.getMonths() > 0 ? period.getMonths() + " сар" : period.getDays() + " хоног";
    }

    public String termEn(Object iso) {
        var period = Period.parse(iso.toString());
        return period.getYears() > 0 ? counted(period.getYears(), "year")
                : period.getMonths() > 0 ? counted(period.getMonths(), "month") : counted(period.getDays(), "day");
    }

    private static String counted(int number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    public Money minus(Money whole, Money part) {
        return whole.minus(part);
    }

    public List<String> lines(Object text) {
        return text == null ? List.of() : text.toString().lines().filter(line -> !line.isBlank()).toList();
    }

    private static LocalDate toDate(Object day) {
        return day instanceof Instant at ? LocalDate.ofInstant(at, ElandClock.ULAANBAATAR) : (LocalDate) day;
    }

    private static String clockTime(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm").withZone(ElandClock.ULAANBAATAR).format(at);
    }

    private static String grouped(Money money) {
        return String.format(Locale.ROOT, "%,d", money.tugrug());
    }

    private static String ordinal(int number) {
        return hasFrontVowels(number) ? "дүгээр" : "дугаар";
    }

    private static String genitive(int number) {
        return hasFrontVowels(number) ? "ний" : "ны";
    }

    /** нэг, дөрөв and ес, also at the end of a compound number. */
    private static boolean hasFrontVowels(int number) {
        return List.of(1, 4, 9).contains(number % 10);
    }
}
