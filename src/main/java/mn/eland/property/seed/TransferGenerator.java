package mn.eland.property.seed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import mn.eland.property.PropertyView.Kind;
import mn.eland.property.seed.Places.Place;

/** Invents the prices paid in the last 24 months, rising about one percent a month to today's level. */
final class TransferGenerator {

    private static final double[][] FLAT_AREAS = {{28, 42}, {45, 62}, {65, 95}, {95, 140}};
    private static final int WINDOW_DAYS = 730;
    private static final double GROWTH_PER_DAY = 0.11 / 365;

    /** @param property null when it never was on the platform */
    record PastTransfer(UUID property, String district, Kind kind, double areaM2, Integer rooms, Integer yearBuilt, long price, LocalDate on) {
    }

    private final Random random = new Random(20_241_123);
    private final LocalDate today;
    private final List<PastTransfer> transfers = new ArrayList<>();

    TransferGenerator(LocalDate today) {
        this.today = today;
    }

    List<PastTransfer> transfers() {
        for (var place : Places.ALL) {
            int each = place.share() > 5 ? 52 : 12;
            for (int type = 0; type < 4; type++) {
                for (int i = 0; i < each; i++) {
                    flat(place, type, true);
                    flat(place, type, false);
                }
            }
            for (int i = 0; i < each + each / 4; i++) {
                other(place, Kind.LAND, 400, 700, place.landPerM2(), null);
                other(place, Kind.HOUSE, 150, 260, place.newPerM2() * 0.95, 2008 + random.nextInt(12));
                other(place, Kind.COMMERCIAL, 40, 300, place.newPerM2() * 1.22, 2005 + random.nextInt(15));
                other(place, Kind.PARKING, 15, 18, 2_200_000, 2012 + random.nextInt(9));
            }
        }
        return transfers;
    }

    private void flat(Place place, int type, boolean isNew) {
        double area = Math.round((FLAT_AREAS[type][0] + random.nextDouble() * (FLAT_AREAS[type][1] - FLAT_AREAS[type][0])) * 10) / 10.0;
        int year = isNew ? today.getYear() - random.nextInt(5) : 1965 + random.nextInt(today.getYear() - 1965 - 6);
        add(place, Kind.APARTMENT, area, type + 1, year, isNew ? place.newPerM2() : place.oldPerM2());
    }

    private void other(Place place, Kind kind, double from, double to, double perM2, Integer year) {
        add(place, kind, Math.round((from + random.nextDouble() * (to - from)) * 10) / 10.0, null, year, perM2);
    }

    private void add(Place place, Kind kind, double area, Integer rooms, Integer year, double perM2) {
        int daysAgo = 1 + random.nextInt(WINDOW_DAYS);
        double noise = Math.max(0.82, Math.min(1.2, 1 + random.nextGaussian() * 0.06));
        long price = Math.round(area * perM2 * noise * (1 - daysAgo * GROWTH_PER_DAY) / 100_000) * 100_000;
        transfers.add(new PastTransfer(null, place.code(), kind, area, rooms, year, price, today.minusDays(daysAgo)));
    }
}
