package mn.eland.sale.risk.finding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One input of the table {@code saleFraudSignals} and what it was computed from.
 *
 * @param value ratio, whole number or flag; null when nothing is known, which is not the same as zero
 */
public record Signal(String name, Object value, List<Evidence> evidence) {

    /** @param what message key {@code risk.evidence.<what>} with the named arguments */
    public record Evidence(String what, Map<String, Object> arguments) {

        /** Names and values in turn; numbers, flags and texts only. */
        static Evidence of(String what, Object... namesAndValues) {
            var arguments = new LinkedHashMap<String, Object>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                arguments.put((String) namesAndValues[i], namesAndValues[i + 1] instanceof Number || namesAndValues[i + 1] instanceof Boolean
                        ? namesAndValues[i + 1] : String.valueOf(namesAndValues[i + 1]));
            }
            return new Evidence(what, arguments);
        }
    }

    static Signal of(String name, Object value, Evidence... evidence) {
        return new Signal(name, value, List.of(evidence));
    }

    /** @param why message key {@code risk.evidence.<why>} */
    static Signal unknown(String name, String why, Object... namesAndValues) {
        return new Signal(name, null, List.of(Evidence.of(why, namesAndValues)));
    }
}
