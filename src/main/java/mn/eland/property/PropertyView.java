package mn.eland.property;

import java.util.List;
import java.util.stream.IntStream;
import mn.eland.kernel.PropertyId;

/**
 * A property as neighbours see it.
 *
 * @param registryNo    state register number with hyphen, {@code Ү-2299000001}
 * @param certificateNo nine digits
 * @param parcelNo      cadastral parcel, digits, or null
 * @param areaM2        square metres
 * @param district      code of the district, {@code SBD}
 * @param address       one line in Mongolian
 */
public record PropertyView(PropertyId id, String registryNo, String certificateNo, String parcelNo, Kind kind,
                           double areaM2, Integer rooms, Integer floor, Integer floors, Integer yearBuilt,
                           String district, int khoroo, String address, double latitude, double longitude) {

    public enum Kind { APARTMENT, HOUSE, LAND, COMMERCIAL, PARKING, POSSESSION_RIGHT }

    private static final List<String> INDOORS = List.of("facade", "plan", "room", "site");
    private static final List<String> OUTDOORS = List.of("facade", "site");

    /** Addresses of the pictures that ELAND draws from these facts, the main one first. */
    public List<String> pictures() {
        return IntStream.rangeClosed(1, pictureSubjects().size()).mapToObj(n -> "/pictures/" + id + "/" + n + ".svg").toList();
    }

    /** Message key of a picture's alternative text; {@code index} as in {@link #pictures}. */
    public String pictureTextKey(int index) {
        return "picture." + pictureSubjects().get(index);
    }

    /** What the pictures show, in order: facade, plan, room, site. */
    public List<String> pictureSubjects() {
        return kind == Kind.LAND || kind == Kind.POSSESSION_RIGHT || kind == Kind.PARKING ? OUTDOORS : INDOORS;
    }
}
