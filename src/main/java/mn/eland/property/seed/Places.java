package mn.eland.property.seed;

import java.util.List;
import java.util.Map;

/** Districts as the sandbox uses them: real streets and quarters, invented complexes, prices of 2026 per m². */
final class Places {

    static final List<String> COMPLEXES = List.of("«Алтан Тал хотхон»", "«Сарнай гарден»", "«Туул вилла»", "«Хөх Мөнх тауэр»",
            "«Тэнгэр резиденс»", "«Наран цамхаг»");

    /** @param share how many of a hundred listings lie here; @param landPerM2 price of owned land */
    record Place(String code, String gasr, String name, int khoroos, long newPerM2, long oldPerM2, long landPerM2, double latitude,
                 double longitude, int share, List<String> streets) {
    }

    static final List<Place> ALL = List.of(
            new Place("SBD", "1119", "Сүхбаатар", 20, 6_100_000, 5_830_000, 210_000, 47.9210, 106.9200, 15,
                    List.of("Сөүлийн гудамж", "Бага тойруу", "Их тойруу", "Энхтайваны өргөн чөлөө", "100 айл", "Дарь-Эх", "Токиогийн гудамж")),
            new Place("CHD", "1125", "Чингэлтэй", 24, 4_800_000, 4_900_000, 150_000, 47.9260, 106.9060, 11,
                    List.of("Бага тойруу", "Их тойруу", "Хайлааст", "Амарсанаагийн гудамж", "Их дэлгүүр орчим")),
            new Place("BGD", "1107", "Баянгол", 34, 4_600_000, 4_600_000, 160_000, 47.9130, 106.8700, 16,
                    List.of("Ард Аюушийн өргөн чөлөө", "3, 4-р хороолол", "10-р хороолол", "Амарсанаагийн гудамж", "Гандан", "Энхтайваны өргөн чөлөө")),
            new Place("BZD", "1110", "Баянзүрх", 43, 4_790_000, 4_400_000, 90_000, 47.9160, 106.9600, 18,
                    List.of("Жуковын гудамж", "Намъяанжугийн гудамж", "13-р хороолол", "Сансар", "Офицер", "Наадамчдын зам", "Токиогийн гудамж")),
            new Place("KUD", "1122", "Хан-Уул", 25, 4_700_000, 5_500_000, 180_000, 47.8950, 106.9000, 20,
                    List.of("Чингисийн өргөн чөлөө", "Зайсан", "19-р хороолол", "Яармаг", "Буянт-Ухаа", "Наадамчдын зам")),
            new Place("SHD", "1116", "Сонгинохайрхан", 43, 3_300_000, 3_200_000, 80_000, 47.9150, 106.8200, 13,
                    List.of("1-р хороолол", "Толгойт", "Баянхошуу", "Энхтайваны өргөн чөлөө")),
            new Place("ND", "1113", "Налайх", 8, 2_300_000, 1_900_000, 35_000, 47.7730, 107.2540, 3, List.of("Налайх төв")),
            new Place("BND", "1101", "Багануур", 5, 2_000_000, 1_600_000, 30_000, 47.7830, 108.3600, 2, List.of("Багануур төв")),
            new Place("BHD", "1104", "Багахангай", 2, 1_500_000, 1_200_000, 20_000, 47.3400, 107.4900, 2, List.of("Багахангай төв")));

    private static final Map<String, Place> BY_CODE =
            ALL.stream().collect(java.util.stream.Collectors.toMap(Place::code, place -> place));

    private Places() {
    }

    static Place of(String code) {
        return BY_CODE.get(code);
    }

    static String address(String district, int khoroo, String place) {
        return of(district).name() + " дүүрэг, " + khoroo + "-р хороо, " + place;
    }
}
