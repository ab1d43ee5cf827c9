package mn.eland.kernel;

import java.util.UUID;

/** A person or company known to the platform. */
public record PartyId(UUID value) {

    public static PartyId of(String text) {
        return new PartyId(UUID.fromString(text));
    }

    public static PartyId random() {
        return new PartyId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
