package mn.eland.property;

import mn.eland.kernel.Money;

/**
 * A district of the capital, or a place like it elsewhere.
 *
 * @param place    as the law on land counts: CAPITAL, AIMAG or SOUM
 * @param newPerM2 orientation for buildings of the last five years
 * @param oldPerM2 for older ones
 */
public record District(String code, String place, String nameMn, String nameEn, int khoroos, Money newPerM2, Money oldPerM2, double latitude,
                       double longitude) {

    public String name(boolean mongolian) {
        return mongolian ? nameMn : nameEn;
    }
}
