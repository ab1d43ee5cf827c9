package mn.eland.kernel;

/**
 * An amount of whole tögrög (MNT, ISO 4217). Möngö are not in use; every amount of the platform is a whole number.
 * May be negative only as a difference.
 */
public record Money(long tugrug) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);
    private static final char THIN_NO_BREAK_SPACE = '\u202F';

    public static Money of(long tugrug) {
        return new Money(tugrug);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(tugrug, other.tugrug));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(tugrug, other.tugrug));
    }

    /** The share of this amount, rounded half up to a whole tögrög: {@code percent} of 10 gives a tenth. */
    public Money percent(java.math.BigDecimal percent) {
        var share = java.math.BigDecimal.valueOf(tugrug).multiply(percent)
                .divide(java.math.BigDecimal.valueOf(100), 0, java.math.RoundingMode.HALF_UP);
        return new Money(share.longValueExact());
    }

    public Money percent(long percent) {
        return percent(java.math.BigDecimal.valueOf(percent));
    }

    public boolean isPositive() {
        return tugrug > 0;
    }

    public boolean isZero() {
        return tugrug == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(tugrug, other.tugrug);
    }

    /** As a person reads it: {@code 285 000 000 ₮} with thin no-break spaces. */
    @Override
    public String toString() {
        var digits = Long.toString(Math.abs(tugrug));
        var text = new StringBuilder(tugrug < 0 ? "−" : "");
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append(THIN_NO_BREAK_SPACE);
            }
            text.append(digits.charAt(i));
        }
        return text.append(THIN_NO_BREAK_SPACE).append('₮').toString();
    }
}
