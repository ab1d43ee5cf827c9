package mn.eland.property.seed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import mn.eland.property.PropertyView.Kind;

/**
 * A property of the sandbox and its listing.
 *
 * @param publishedAt null when it is not for sale
 * @param lastSold    when it changed hands last and for how much, or null
 */
record SeedProperty(UUID id, String registryNo, String certificateNo, String parcelNo, Kind kind, double areaM2, Integer rooms,
                    Integer floor, Integer floors, Integer yearBuilt, String district, int khoroo, String address,
                    double latitude, double longitude, int owner, String title, String description, long price,
                    Instant publishedAt, LocalDate lastSold, Long lastPrice) {
}
