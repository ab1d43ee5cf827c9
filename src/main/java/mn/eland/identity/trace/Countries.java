package mn.eland.identity.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.core.io.ClassPathResource;

/**
 * How far countries are from each other at the least, roughly: each is taken for a circle of its area around its middle. Of a country that
 * is not in the table nothing is said, so nobody is suspected for it.
 */
final class Countries {

    private static final double EARTH_KM = 6371;
    private static final Map<String, Circle> TABLE = table();

    private Countries() {
    }

    private record Circle(double latitude, double longitude, double radiusKm) {
    }

    /** In kilometres; zero for neighbours whose circles touch. */
    static OptionalLong distanceKm(String one, String other) {
        var from = TABLE.get(one);
        var to = TABLE.get(other);
        return from == null || to == null ? OptionalLong.empty()
                : OptionalLong.of(Math.round(Math.max(0, middles(from, to) - from.radiusKm - to.radiusKm)));
    }

    private static double middles(Circle from, Circle to) {
        double north = Math.toRadians(to.latitude - from.latitude);
        double east = Math.toRadians(to.longitude - from.longitude);
        double arc = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(from.latitude)) * Math.cos(Math.toRadians(to.latitude)) * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_KM * Math.asin(Math.sqrt(arc));
    }

    private static Map<String, Circle> table() {
        try {
            var table = new HashMap<String, Circle>();
            new ClassPathResource("identity/countries.csv").getContentAsString(StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split(","))
                    .forEach(row -> table.put(row[0], new Circle(Double.parseDouble(row[1]), Double.parseDouble(row[2]),
                            Math.sqrt(Double.parseDouble(row[3]) * 1000 / Math.PI))));
            return Map.copyOf(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
