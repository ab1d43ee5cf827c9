package mn.eland.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why something was not done, as a value. The code is stable (it stands in API answers) and has a text in both
 * languages under the message key {@code refusal.<CODE>}; the arguments fill its placeholders {@code {name}}, and
 * {@code field} names the input to correct, if there is one.
 */
public record Refusal(Kind kind, String code, String field, Map<String, Object> arguments) {

    /** The family of a refusal; decides the HTTP status. */
    public enum Kind {
        /** The input is wrong: 422. */ INVALID,
        /** Somebody was faster, or the case has moved on: 409. */ CONFLICT,
        /** Not yours: 403. Use NOT_FOUND where even the existence is private. */ FORBIDDEN,
        /** No such thing for you: 404. */ NOT_FOUND,
        /** It was there, its time is over: 410. */ EXPIRED,
        /** It has been edited since it was read: 412. */ STALE,
        /** The edit does not name what it was made on: 428. */ BLIND
    }

    public Refusal {
        arguments = Map.copyOf(arguments);
    }

    public static Refusal invalid(String code) {
        return new Refusal(Kind.INVALID, code, null, Map.of());
    }

    public static Refusal invalid(String code, String field) {
        return new Refusal(Kind.INVALID, code, field, Map.of());
    }

    public static Refusal conflict(String code) {
        return new Refusal(Kind.CONFLICT, code, null, Map.of());
    }

    public static Refusal forbidden(String code) {
        return new Refusal(Kind.FORBIDDEN, code, null, Map.of());
    }

    public static Refusal notFound(String code) {
        return new Refusal(Kind.NOT_FOUND, code, null, Map.of());
    }

    public static Refusal expired(String code) {
        return new Refusal(Kind.EXPIRED, code, null, Map.of());
    }

    public static Refusal stale(String code) {
        return new Refusal(Kind.STALE, code, null, Map.of());
    }

    public static Refusal blind(String code) {
        return new Refusal(Kind.BLIND, code, null, Map.of());
    }

    /** The same refusal with one more placeholder filled. */
    public Refusal with(String name, Object value) {
        var all = new LinkedHashMap<>(arguments);
        all.put(name, value);
        return new Refusal(kind, code, field, all);
    }
}
