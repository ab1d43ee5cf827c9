package mn.eland.desk.rules;

import java.math.BigDecimal;
import java.util.Locale;
import mn.eland.kernel.Money;
import mn.eland.workflow.Parameter.Kind;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says keys, values and sources of parameters in the reader's language. */
@Component
class ParameterWords {

    private final MessageSource messages;

    ParameterWords(MessageSource messages) {
        this.messages = messages;
    }

    String meaning(String key, Locale locale) {
        return messages.getMessage("parameter.name." + key, null, key, locale);
    }

    /** {@code P3D} as three days, {@code 0.02} as 2 %. */
    String value(Kind kind, String value, Locale locale) {
        return switch (kind) {
            case MONEY -> Money.of(Long.parseLong(value)).toString();
            case PERCENT -> value + "\u00A0%";
            case RATE -> new BigDecimal(value).movePointRight(2).stripTrailingZeros().toPlainString() + "\u00A0%";
            case COUNT -> value;
            case SWITCH -> messages.getMessage("parameter.switch." + value, null, value, locale);
            case AREA -> unit("ha", value, locale);
            case PERIOD -> unit((value.startsWith("PT") ? "T" : "") + value.charAt(value.length() - 1), value.replaceAll("\\D", ""), locale);
        };
    }

    /** {@code CC 232.6} with the name of the law. */
    String basis(String basis, Locale locale) {
        var whole = messages.getMessage("law." + basis.replace(' ', '-'), null, null, locale);
        int end = basis.indexOf(' ');
        return whole != null ? whole : end < 0 ? basis
                : messages.getMessage("law." + basis.substring(0, end), null, basis.substring(0, end), locale) + basis.substring(end);
    }

    private String unit(String unit, String count, Locale locale) {
        var one = count.equals("1") ? messages.getMessage("parameter.unit." + unit + ".one", null, null, locale) : null;
        return one != null ? one : messages.getMessage("parameter.unit." + unit, new Object[] {count}, count + " " + unit, locale);
    }
}
