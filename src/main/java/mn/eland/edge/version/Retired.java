package mn.eland.edge.version;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a call that goes away. From this one mark come the headers of its answers ({@code Deprecation} of RFC 9745, {@code Sunset} of
 * RFC 8594, {@code Link} to what does the same) and its description at {@code /v3/api-docs}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Retired {

    /** Since when nobody should begin to use it, as {@code 2026-11-27}. */
    String since();

    /** The day on which it may be gone, not before {@link #since()}. */
    String until();

    /** Address of the call that does the same, as {@code /api/v1/sales}. */
    String instead();
}
