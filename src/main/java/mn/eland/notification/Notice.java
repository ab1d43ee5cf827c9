package mn.eland.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import mn.eland.edge.web.Words.MessageKey;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;

/**
 * Something to tell: the message key {@code notification.<message>} with its arguments, and where to go.
 *
 * @param caseRef     null when it is about no case
 * @param secretUntil from then on the argument {@code code} is forgotten; null when there is no secret
 */
record Notice(String message, CaseRef caseRef, Map<String, Object> arguments, String link, Instant secretUntil) {

    static final String SECRET = "code";

    static Notice of(String message, CaseRef caseRef) {
        return new Notice(message, caseRef, Map.of("case", caseRef.number()),
                caseRef.number().matches("[SL]-.*") ? "/deals/" + caseRef : "/deals", null);
    }

    /** Of no case: about the person's own account. */
    static Notice ofAccount(String message) {
        return new Notice(message, null, Map.of(), "/account", null);
    }

    Notice with(String name, Object value) {
        var all = new LinkedHashMap<>(arguments);
        all.put(name, value);
        return new Notice(message, caseRef, all, link, secretUntil);
    }

    /** An argument that is a message itself. */
    Notice withWord(String name, String key) {
        return with(name, new MessageKey(key));
    }

    Notice secret(String code, Instant until) {
        return new Notice(message, caseRef, with(SECRET, code).with("until", until).arguments, link, until);
    }

    Notice to(String address) {
        return new Notice(message, caseRef, arguments, address, secretUntil);
    }

    /** As stored: each value says what it is. */
    Map<String, String> packed() {
        var packed = new LinkedHashMap<String, String>();
        arguments.forEach((name, value) -> packed.put(name, value instanceof Money money ? "money:" + money.tugrug()
                : value instanceof Instant instant ? "time:" + instant
                : value instanceof LocalDate day ? "date:" + day
                : value instanceof MessageKey word ? "word:" + word.key() : "text:" + value));
        return packed;
    }

    static Map<String, Object> unpacked(Map<String, String> packed) {
        var arguments = new LinkedHashMap<String, Object>();
        packed.forEach((name, text) -> {
            var value = text.substring(text.indexOf(':') + 1);
            arguments.put(name, switch (text.substring(0, text.indexOf(':'))) {
                case "money" -> Money.of(Long.parseLong(value));
                case "time" -> Instant.parse(value);
                case "date" -> LocalDate.parse(value);
                case "word" -> new MessageKey(value);
                default -> value;
            });
        });
        return arguments;
    }
}
