package mn.eland.workflow.parameters;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.workflow.Parameter.Bound;
import mn.eland.workflow.Parameter.Kind;

/** What a value of a key may look like: its kind follows from the key and the packaged value, its bound from the law. */
final class ParameterValue {

    private static final String FIELD = "value";
    private static final Pattern WHOLE = Pattern.compile("\\d{1,12}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,6}([.,]\\d{1,6})?");
    private static final Pattern PERIOD = Pattern.compile("(PT?)(\\d{1,4})([YMWDHS])");
    private static final List<String> SWITCH = List.of("false", "true");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private ParameterValue() {
    }

    static Kind kind(String key, String packaged) {
        if (packaged.startsWith("P")) {
            return Kind.PERIOD;
        }
        if (SWITCH.contains(packaged)) {
            return Kind.SWITCH;
        }
        if (key.endsWith(".threshold")) {
            return Kind.MONEY;
        }
        if (key.endsWith("Pct") || key.contains(".pct")) {
            return Kind.PERCENT;
        }
        if (key.endsWith(".ha")) {
            return Kind.AREA;
        }
        return packaged.contains(".") ? Kind.RATE : Kind.COUNT;
    }

    /** The value as the table keeps it, or why it is none for this row. */
    static Outcome<String> checked(ParameterTable.Row packaged, String written) {
        if (written == null || written.isBlank()) {
            return Outcome.refused(Refusal.invalid("FIELD_REQUIRED", FIELD));
        }
        var text = written.replaceAll("[\\s\\u00A0\\u202F₮%]", "");
        var kind = kind(packaged.key(), packaged.value());
        if (kind == Kind.SWITCH) {
            return SWITCH.contains(text) ? Outcome.done(text) : Outcome.refused(Refusal.invalid("PARAMETER_SWITCH", FIELD));
        }
        return (kind == Kind.PERIOD ? period(packaged.value(), text) : number(kind, text))
                .flatMap(value -> inBounds(packaged, kind, value));
    }

    static boolean isSame(ParameterTable.Row packaged, String one, String other) {
        var kind = kind(packaged.key(), packaged.value());
        return size(kind, one).compareTo(size(kind, other)) == 0;
    }

    /** A period keeps its unit: whoever reads days of it must not be given months. */
    private static Outcome<String> period(String packaged, String text) {
        var own = PERIOD.matcher(packaged);
        var wanted = PERIOD.matcher(text);
        if (own.matches() && wanted.matches() && own.group(1).equals(wanted.group(1)) && own.group(3).equals(wanted.group(3))
                && Integer.parseInt(wanted.group(2)) > 0) {
            return Outcome.done(wanted.group(1) + Integer.parseInt(wanted.group(2)) + wanted.group(3));
        }
        return Outcome.refused(Refusal.invalid("PARAMETER_PERIOD", FIELD).with("example", packaged));
    }

    private static Outcome<String> number(Kind kind, String text) {
        boolean fraction = kind == Kind.RATE || kind == Kind.AREA;
        if (!(fraction ? DECIMAL : WHOLE).matcher(text).matches()) {
            return Outcome.refused(Refusal.invalid(fraction ? "PARAMETER_DECIMAL" : "PARAMETER_WHOLE", FIELD));
        }
        var value = new BigDecimal(text.replace(',', '.'));
        var most = kind == Kind.PERCENT ? HUNDRED : kind == Kind.RATE ? BigDecimal.ONE : null;
        if (value.signum() == 0) {
            return Outcome.refused(Refusal.invalid("PARAMETER_ZERO", FIELD));
        }
        return most != null && value.compareTo(most) > 0
                ? Outcome.refused(Refusal.invalid("FIELD_TOO_LARGE", FIELD).with("max", most)) : Outcome.done(value.toPlainString());
    }

    private static Outcome<String> inBounds(ParameterTable.Row packaged, Kind kind, String value) {
        int distance = size(kind, value).compareTo(size(kind, packaged.value()));
        if (packaged.bound() == Bound.AT_MOST && distance > 0) {
            return Outcome.refused(Refusal.invalid("PARAMETER_OVER_LAW", FIELD).with("max", packaged.value()).with("basis", packaged.basis()));
        }
        if (packaged.bound() == Bound.AT_LEAST && distance < 0) {
            return Outcome.refused(Refusal.invalid("PARAMETER_UNDER_LAW", FIELD).with("min", packaged.value()).with("basis", packaged.basis()));
        }
        return Outcome.done(value);
    }

    private static BigDecimal size(Kind kind, String value) {
        return kind == Kind.SWITCH ? BigDecimal.valueOf(SWITCH.indexOf(value)) : new BigDecimal(kind == Kind.PERIOD ? value.replaceAll("\\D", "") : value);
    }
}
