package mn.eland.property.seed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import mn.eland.kernel.ElandClock;
import mn.eland.property.PropertyView.Kind;
import mn.eland.property.seed.Places.Place;

/** Invents listings: the same number gives the same listings, whatever the day; only their dates move. */
final class ListingGenerator {

    private static final double[][] FLAT_AREAS = {{28, 42}, {45, 62}, {65, 95}, {95, 140}};
    private static final int[] OWNERS = {1, 1, 1, 1, 1, 1, 2, 2, 2, 6, 9, 11, 12, 12};
    private static final String[] FEATURES = {"Урагшаа харсан, нар сайн тусна.", "Тагттай, гэрэлтэй.", "Засвар шинэ, дулаан.",
        "Сургууль, цэцэрлэг ойрхон.", "Автобусны буудал таван минутын алхаанд.", "Хоёр талдаа цонхтой, агаар сайн сэлгэнэ.",
        "Хаалттай хашаа, камерын хяналттай.", "Тоглоомын талбай, ногоон байгууламжтай.", "Цонхоор Богд уул харагдана.",
        "Дулаан зогсоол тусад нь зарна.", "Сантехник, цонх солигдсон.", "Ипотекийн зээлд хамрагдах боломжтой."};

    private final Random random = new Random(20_261_123);
    private final Instant now;
    private final LocalDate today;

    ListingGenerator(Instant now) {
        this.now = now;
        this.today = LocalDate.ofInstant(now, ElandClock.ULAANBAATAR);
    }

    List<SeedProperty> listings(int count) {
        var listings = new ArrayList<SeedProperty>(count);
        for (int i = 1; i <= count; i++) {
            listings.add(listing(i));
        }
        return listings;
    }

    private SeedProperty listing(int i) {
        var place = place();
        int lot = random.nextInt(100);
        var kind = lot < 80 ? Kind.APARTMENT : lot < 86 ? Kind.HOUSE : lot < 91 ? Kind.LAND : lot < 97 ? Kind.COMMERCIAL : Kind.PARKING;
        boolean isNew = random.nextInt(100) < 45;
        int year = isNew ? today.getYear() - random.nextInt(5) : 1965 + random.nextInt(today.getYear() - 1965 - 6);
        int type = Math.min(3, (int) Math.abs(random.nextGaussian() * 0.9 + 1.3));
        double area = area(kind, type);
        int floors = kind == Kind.HOUSE ? 2 + random.nextInt(2) : year < 1995 ? (random.nextInt(3) == 0 ? 9 : 5) : 9 + random.nextInt(12);
        boolean built = kind != Kind.LAND;
        Integer rooms = kind == Kind.APARTMENT ? Integer.valueOf(type + 1) : kind == Kind.HOUSE ? Integer.valueOf(4 + random.nextInt(3)) : null;
        var street = place.streets().get(random.nextInt(place.streets().size()));
        var complex = isNew && built && place.share() > 5 && random.nextInt(3) == 0 ? Places.COMPLEXES.get(random.nextInt(Places.COMPLEXES.size())) : null;
        int khoroo = 1 + random.nextInt(place.khoroos());
        long price = price(place, kind, isNew, area);
        int owner = OWNERS[random.nextInt(OWNERS.length)];
        boolean soldBefore = built && random.nextInt(4) == 0;
        int soldDays = 400 + random.nextInt(2400);
        return new SeedProperty(new UUID(1, 1000 + i), (built ? "Ү-" : "Г-") + (2_299_100_000L + i), "%09d".formatted(100_000 + i),
                place.gasr() + "%08d".formatted(1000 + i), kind, area, rooms,
                !built || kind == Kind.HOUSE ? (built ? Integer.valueOf(1) : null) : Integer.valueOf(kind == Kind.PARKING ? -1 : 1 + random.nextInt(floors)),
                built && kind != Kind.PARKING ? Integer.valueOf(floors) : null, built ? Integer.valueOf(year) : null, place.code(), khoroo,
                Places.address(place.code(), khoroo, (complex == null ? "" : complex + ", ") + street + " " + (1 + random.nextInt(60)) + "-" + (1 + random.nextInt(90))),
                place.latitude() + random.nextGaussian() * 0.009, place.longitude() + random.nextGaussian() * 0.014, owner,
                title(kind, rooms, area, complex == null ? street : complex), description(kind, year, isNew), price,
                now.minus(Duration.ofMinutes((long) (Math.pow(random.nextDouble(), 1.6) * 88 * 24 * 60) + 30)),
                soldBefore ? today.minusDays(soldDays) : null, soldBefore ? Long.valueOf(Math.round(price * (1 - soldDays * 0.00025) / 100_000) * 100_000) : null);
    }

    private Place place() {
        int lot = random.nextInt(100);
        for (var place : Places.ALL) {
            lot -= place.share();
            if (lot < 0) {
                return place;
            }
        }
        return Places.ALL.get(0);
    }

    private double area(Kind kind, int type) {
        return switch (kind) {
            case APARTMENT -> between(FLAT_AREAS[type][0], FLAT_AREAS[type][1], 10);
            case HOUSE -> between(150, 260, 10);
            case LAND -> between(400, 700, 0.1);
            case COMMERCIAL -> between(40, 300, 10);
            default -> between(15, 18, 10);
        };
    }

    private double between(double from, double to, double steps) {
        return Math.round((from + random.nextDouble() * (to - from)) * steps) / steps;
    }

    private long price(Place place, Kind kind, boolean isNew, double area) {
        double perM2 = switch (kind) {
            case LAND -> place.landPerM2();
            case HOUSE -> place.newPerM2() * 0.95;
            case COMMERCIAL -> place.newPerM2() * 1.22;
            case PARKING -> 2_200_000;
            default -> isNew ? place.newPerM2() : place.oldPerM2();
        };
        double noise = Math.max(0.80, Math.min(1.25, 1 + random.nextGaussian() * 0.07));
        return Math.round(area * perM2 * noise / 100_000) * 100_000;
    }

    private static String title(Kind kind, Integer rooms, double area, String where) {
        return where + ": " + switch (kind) {
            case APARTMENT -> rooms + " өрөө байр";
            case HOUSE -> rooms + " өрөө хаус";
            case LAND -> Math.round(area) + " м² өмчийн газар";
            case COMMERCIAL -> Math.round(area) + " м² үйлчилгээний талбай";
            default -> "дулаан зогсоол";
        };
    }

    private String description(Kind kind, int year, boolean isNew) {
        if (kind == Kind.LAND) {
            return "Өмчлөх эрхийн гэрчилгээтэй, хилийн цэс тодорхой. Цахилгаан, зам ойрхон.";
        }
        if (kind == Kind.PARKING) {
            return "Дулаан, цахилгаан хаалгатай зогсоол.";
        }
        int first = random.nextInt(FEATURES.length);
        int second = (first + 1 + random.nextInt(FEATURES.length - 1)) % FEATURES.length;
        return (isNew ? year + " онд ашиглалтад орсон шинэ барилга. " : year + " оны барилга. ") + FEATURES[first] + " " + FEATURES[second];
    }
}
