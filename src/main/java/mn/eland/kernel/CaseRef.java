package mn.eland.kernel;

import java.util.regex.Pattern;

/**
 * Points at a case without knowing its class: the number people quote on the telephone, which is also the business key
 * in the engine. {@code S-2026-000001} is a sale, {@code L-} a listing, {@code R-} a rental, {@code A-} an auction,
 * {@code N-} a notarization, {@code D-} a dispute, {@code C-} a matter of compliance,
 * {@code W-} the warranty of a completed sale, {@code V-} a verification of a person or company,
 * {@code P-} what a person changes of his own.
 */
public record CaseRef(String number) {

    private static final Pattern FORM = Pattern.compile("[SLRANDCWVP]-\\d{4}-\\d{6}");

    public CaseRef {
        if (number == null || !FORM.matcher(number).matches()) {
            throw new IllegalArgumentException("not a case number: " + number);
        }
    }

    public static CaseRef of(String number) {
        return new CaseRef(number);
    }

    public static boolean isCaseNumber(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return number;
    }
}
