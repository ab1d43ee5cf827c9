package mn.eland.property;

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
}
