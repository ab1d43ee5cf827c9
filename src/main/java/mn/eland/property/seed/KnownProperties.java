package mn.eland.property.seed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mn.eland.property.PropertyView.Kind;

/** The fourteen properties with a story: one sells plainly, others are mortgaged, a minor's, too cheap, not for foreigners. */
final class KnownProperties {

    private KnownProperties() {
    }

    static List<SeedProperty> at(Instant now) {
        return List.of(
                home(1, "1119", Kind.APARTMENT, 72.4, 3, 7, 12, 2013, "SBD", 1, "Сөүлийн гудамж 12-р байр 48 тоот", 47.9135, 106.9122, 1,
                        "Сөүлийн гудамжинд 3 өрөө байр", "Урагшаа харсан, гурван тусдаа өрөөтэй. Цонхоор Богд уул харагдана. Сургууль, цэцэрлэг, автобусны буудал таван минутын алхаанд.", 441_600_000L, now, 2),
                home(2, "1110", Kind.APARTMENT, 54.0, 2, 4, 9, 2014, "BZD", 6, "13-р хороолол 31-р байр 26 тоот", 47.9140, 106.9490, 6,
                        "13-р хороололд 2 өрөө байр", "Түрээслэгчтэй байсан, одоо чөлөөтэй. Дулаан, гэрэлтэй, тагттай.", 237_600_000L, now, 5),
                home(3, "1122", Kind.APARTMENT, 118.5, 4, 10, 16, 2015, "KUD", 11, "Зайсан 19-р байр 101 тоот", 47.8870, 106.9160, 11,
                        "Зайсанд 4 өрөө тансаг байр", "Хоёр ариун цэврийн өрөө, том зочны өрөө, дулаан зогсоол. Хамгаалалттай хотхон.", 651_700_000L, now, 7),
                home(4, "1122", Kind.APARTMENT, 48.2, 2, 6, 14, 2016, "KUD", 4, "Яармаг 8-р байр 22 тоот", 47.8720, 106.8300, 8,
                        "Яармагт 2 өрөө байр", "Өмчлөгч насанд хүрээгүй тул Засаг даргын зөвшөөрөл бүрдүүлж байна.", 226_500_000L, now, 9),
                home(5, "1107", Kind.APARTMENT, 33.6, 1, 3, 5, 1982, "BGD", 5, "3, 4-р хороолол 40-р байр 9 тоот", 47.9240, 106.8760, 9,
                        "3, 4-р хороололд 1 өрөө байр, яаралтай", "Яаралтай зарна.", 85_000_000L, now, 1),
                home(6, "1116", Kind.APARTMENT, 61.7, 3, 5, 9, 1989, "SHD", 18, "1-р хороолол 6-р байр 55 тоот", 47.9140, 106.8510, 12,
                        "1-р хороололд 3 өрөө байр", "Ирээдүйтэй байршил, зах, эмнэлэг ойрхон. Сантехник шинэчилсэн.", 197_400_000L, now, 12),
                home(7, "1125", Kind.APARTMENT, 44.9, 2, 2, 4, 1965, "CHD", 4, "Бага тойруу 3-р байр 14 тоот", 47.9170, 106.9040, 9,
                        "Их дэлгүүрийн дэргэд 2 өрөө байр", "Хотын төвд, тоосгон байшин, өндөр таазтай.", 220_000_000L, now, 15),
                home(8, "1122", Kind.HOUSE, 186.0, 5, 1, 3, 2020, "KUD", 18, "«Туул вилла» 7 тоот", 47.8800, 106.8850, 103,
                        "«Туул вилла» хотхонд 5 өрөө хаус", "Гурван давхар, гараж, өөрийн хашаа. Туул голын эрэгт алхах замтай.", 1_150_000_000L, now, 20),
                home(9, "1116", Kind.LAND, 620, null, null, null, null, "SHD", 25, "Баянхошуу 14-р гудамж 5 тоот", 47.9550, 106.8100, 6,
                        "Баянхошуунд 620 м² өмчийн газар", "Хашаа татсан, цахилгаан, худаг ойрхон, зам сайтай.", 49_600_000L, now, 24),
                home(10, "1110", Kind.LAND, 700, null, null, null, null, "BZD", 20, "Шархад 8-р гудамж 21 тоот", 47.9420, 107.0100, 12,
                        "Шархадад 700 м² өмчийн газар", "Энгэр газар, нартай талдаа. Зөвхөн Монгол Улсын иргэн өмчилнө.", 63_000_000L, now, 26),
                home(11, "1119", Kind.COMMERCIAL, 96.3, null, 9, 20, 2018, "SBD", 8, "«Тэнгэр резиденс» 9 давхар 902 тоот", 47.9200, 106.9230, 101,
                        "«Тэнгэр резиденс»-д 96 м² оффис", "Нээлттэй төлөвлөлт, хоёр уулзалтын өрөө хийх боломжтой, зогсоол хоёр.", 722_300_000L, now, 30),
                home(12, "1113", Kind.APARTMENT, 49.5, 2, 3, 5, 1984, "ND", 2, "Налайх төв 7-р байр 12 тоот", 47.7730, 107.2540, 13,
                        "Налайх төвд 2 өрөө байр", "", 95_000_000L, null, 0),
                home(13, "1110", Kind.APARTMENT, 66.8, 3, 11, 16, 2015, "BZD", 26, "Наадамчдын зам 5-р байр 71 тоот", 47.9180, 106.9730, 6,
                        "Наадамчдын замд 3 өрөө байр", "Банкны барьцаатай; борлуулалтын үнээс барьцааг хаана.", 320_000_000L, now, 4),
                home(14, "1122", Kind.PARKING, 16.2, null, -1, null, 2016, "KUD", 15, "Чингисийн өргөн чөлөө 4-р байр Б1-14", 47.9000, 106.8930, 25,
                        "Дулаан зогсоол, Чингисийн өргөн чөлөө", "Цахилгаан автомашины цэнэглэгч холбох боломжтой.", 35_000_000L, now, 33));
    }

    private static SeedProperty home(int n, String gasr, Kind kind, double area, Integer rooms, Integer floor, Integer floors,
                                     Integer year, String district, int khoroo, String place, double latitude, double longitude,
                                     int owner, String title, String description, long price, Instant now, int daysAgo) {
        boolean land = kind == Kind.LAND;
        return new SeedProperty(new UUID(1, n), (land ? "Г-" : "Ү-") + "22990000%02d".formatted(n), "%09d".formatted(100 + n),
                gasr + "%06d".formatted(n), kind, area, rooms, floor, floors, year, district, khoroo,
                Places.address(district, khoroo, place), latitude, longitude, owner, title, description, price,
                now == null ? null : now.minus(Duration.ofHours(daysAgo * 24L + n)), null, null);
    }
}
