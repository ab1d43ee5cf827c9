package mn.eland.auction;

import java.util.UUID;

/** A lot: what is sold in one auction. */
public record LotId(UUID value) implements Comparable<LotId> {

    public static LotId of(String text) {
        return new LotId(UUID.fromString(text));
    }

    public static LotId random() {
        return new LotId(UUID.randomUUID());
    }

    @Override
    public int compareTo(LotId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
