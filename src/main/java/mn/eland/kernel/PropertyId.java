package mn.eland.kernel;

import java.util.UUID;

/** A property in the platform's register. */
public record PropertyId(UUID value) {

    public static PropertyId of(String text) {
        return new PropertyId(UUID.fromString(text));
    }

    public static PropertyId random() {
        return new PropertyId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
