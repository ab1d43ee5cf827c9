package mn.eland.identity;

import static mn.eland.kernel.Role.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import mn.eland.identity.Parties.Basis;
import mn.eland.identity.Parties.Representation;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;

/** The invented people and companies of the sandbox. No living person can match: no real register number begins with ЯЯ. */
final class SandboxPeople {

    static final String PASSWORD = "eland-sandbox";
    static final String POLITICALLY_EXPOSED = "ЯЯ82072377";

    private static final List<Role> CITIZEN = List.of(BUYER, SELLER);
    private static final List<String> BANKS =
            List.of("0005", "0004", "0015", "0032", "0034", "0030", "0038", "0039", "0019");

    static final List<Person> PERSONS = List.of(
            citizen(1, "Боржигон", "Ганболдын", "Тэмүүлэн", "ЯЯ88041511", "temuulen", "Сүхбаатар дүүрэг, 1-р хороо, Сөүлийн гудамж 12-48"),
            citizen(2, "Бэсүд", "Дорждэрэмийн", "Сарантуяа", "ЯЯ90090822", "sarantuya", "Сүхбаатар дүүрэг, 1-р хороо, Сөүлийн гудамж 12-48"),
            citizen(3, "Цагаан", "Баярын", "Энхжин", "ЯЯ93121643", "enkhjin", "Баянзүрх дүүрэг, 6-р хороо, 13-р хороолол 27-16"),
            staff(4, "Хиад", "Лхагвын", "Мөнхзул", "ЯЯ85030764", "munkhzul", AGENT),
            staff(5, "Тайчууд", "Батын", "Анударь", "ЯЯ79111282", "anudari", NOTARY),
            citizen(6, "Харчин", "Доржийн", "Ганзориг", "ЯЯ82072377", "ganzorig", "Баянзүрх дүүрэг, 26-р хороо, Наадамчдын зам 5-71"),
            citizen(7, "Мэргэд", "Жаргалын", "Ууганбаяр", "ЯЯ97040591", "uuganbayar", "Баянгол дүүрэг, 5-р хороо, 3, 4-р хороолол 40-9"),
            citizen(8, "Жалайр", "Түмэнгийн", "Оюу", "ЯЯ10251246", "oyuu", "Хан-Уул дүүрэг, 4-р хороо, Яармаг 8-22"),
            citizen(9, "Горлос", "Дашийн", "Хүслэн", "ЯЯ48020386", "khuslen", "Чингэлтэй дүүрэг, 4-р хороо, Бага тойруу 3-14"),
            citizen(10, "Хатагин", "Пүрэвийн", "Номин-Эрдэнэ", "ЯЯ01270321", "nomin", "Хан-Уул дүүрэг, 11-р хороо, Зайсан 19-33"),
            citizen(11, "Олхонууд", "Цогтын", "Билгүүн", "ЯЯ95051933", "bilguun", "Сонгинохайрхан дүүрэг, 18-р хороо, 1-р хороолол 6-55"),
            citizen(12, "Сартуул", "Нямын", "Золжаргал", "ЯЯ86022844", "zoljargal", "Баянгол дүүрэг, 2-р хороо, Амарсанаагийн гудамж 11-3"),
            citizen(13, "Баяд", "Очирын", "Дөлгөөн", "ЯЯ99010155", "dulguun", "Налайх дүүрэг, 2-р хороо 7-12"),
            staff(14, "Урианхан", "Сүхийн", "Марал", "ЯЯ78061786", "maral", ARBITRATOR),
            staff(15, "Дөрвөд", "Эрдэнийн", "Хулан", "ЯЯ83102968", "khulan", MEDIATOR),
            staff(16, "Хорчин", "Алтангэрэлийн", "Тулга", "ЯЯ91081919", "tulga", COMPLIANCE),
            staff(17, "Авга", "Мягмарын", "Сувд", "ЯЯ89011620", "suvd", ESCROW_OFFICER),
            staff(18, "Хонгирад", "Самданы", "Эгшиглэн", "ЯЯ94062202", "egshiglen", ANALYST),
            staff(19, "Ойрад", "Чулууны", "Батцэцэг", "ЯЯ80051429", "battsetseg", COMPLIANCE_HEAD),
            staff(20, "Хотгойд", "Равдангийн", "Эрхэмбаяр", "ЯЯ87101713", "erkhembayar", ESCROW_OFFICER),
            staff(21, "Өөлд", "Нанзадын", "Тэлмэн", "ЯЯ92022837", "telmen", OPERATOR),
            staff(22, "Барга", "Сосорбарамын", "Ариунаа", "ЯЯ84120568", "ariunaa", ADMIN),
            staff(23, "Торгууд", "Дамбын", "Хатанбаатар", "ЯЯ81033195", "khatanbaatar", AUCTIONEER),
            staff(24, "Захчин", "Бямбын", "Урангоо", "ЯЯ90061843", "urangoo", APPRAISER),
            citizen(25, "Үзэмчин", "Гомбын", "Төгөлдөр", "ЯЯ86111757", "tuguldur", "Чингэлтэй дүүрэг, 1-р хороо 2-6"),
            staff(26, "Баргут", "Энхтөрийн", "Уянга", "ЯЯ92041386", "uyanga", AGENT));

    /** A company signs in as itself: its representative holds the account. */
    static final List<Person> COMPANIES = List.of(
            company(101, "«Алтан Тал Девелопмент» ХХК", "9900011", "altantal", true),
            company(102, "«Сарнай Зууч» ХХК", "9900022", null, true),
            company(103, "«Хөх Мөнх Трейд» ХХК", "9900033", "khukhmunkh", false));

    static final List<Person> FOREIGNERS = List.of(new Person(new Party(id(104), PartyView.Kind.FOREIGN_PERSON, null, "Test Kim",
            "Min-jun", null, "T00000001", LocalDate.of(1987, 5, 20), "55000104", "minjun@example.mn",
            "Сүхбаатар дүүрэг, 8-р хороо, зочид буудал", iban(104), false, "KR", "PERSON", true, false), "minjun", CITIZEN));

    /** The first company builds what it sells, the second brokers; the third is too small for value added tax. */
    static final Map<PartyId, Parties.Trade> TRADES = Map.of(id(101), new Parties.Trade(true, true), id(102), new Parties.Trade(true, false));

    /** Who acts for the companies and for the minor. */
    static final List<Representation> REPRESENTATIVES = List.of(
            new Representation(id(25), id(101), Basis.DIRECTOR, "УБ-9900011", LocalDate.of(2024, 2, 1), null),
            new Representation(id(11), id(103), Basis.DIRECTOR, "УБ-9900033", LocalDate.of(2023, 9, 15), null),
            new Representation(id(7), id(8), Basis.GUARDIAN, "АХ-2019/31", LocalDate.of(2019, 6, 3), null));

    /** Those the first walks need: both sides of a sale, and whoever acts in it for an office. */
    private static final Set<String> LEADING = Set.of("temuulen", "sarantuya", "enkhjin", "nomin", "munkhzul", "uyanga", "anudari", "tulga",
            "suvd", "egshiglen");

    private SandboxPeople() {
    }

    static List<Person> all() {
        return Stream.of(PERSONS, COMPANIES, FOREIGNERS).flatMap(List::stream).toList();
    }

    /** @param username null for those without an account */
    record Person(Party party, String username, List<Role> roles) {

        boolean isLeading() {
            return LEADING.contains(username);
        }
    }

    private static Person citizen(int n, String clan, String parent, String given, String number, String username, String address) {
        return new Person(person(n, clan, parent, given, number, username, address), username, CITIZEN);
    }

    private static Person staff(int n, String clan, String parent, String given, String number, String username, Role role) {
        return new Person(person(n, clan, parent, given, number, username,
                "Сүхбаатар дүүрэг, 8-р хороо, Тэнгэр резиденс " + n), username, List.of(role));
    }

    private static Party person(int n, String clan, String parent, String given, String number, String username, String address) {
        var mail = (username == null ? "person" + n : username) + "@example.mn";
        return new Party(id(n), PartyView.Kind.PERSON, clan, parent, given, null, number,
                new RegisterNumber(number).birthDate(), "550000%02d".formatted(n), mail, address, iban(n), true, "MN",
                "PERSON", true, true);
    }

    private static Person company(int n, String name, String number, String username, boolean ownerKnown) {
        return new Person(new Party(id(n), PartyView.Kind.COMPANY, null, null, null, name, number, null, "55000%03d".formatted(n),
                "company" + n + "@example.mn", "Хан-Уул дүүрэг, 15-р хороо, Чингисийн өргөн чөлөө " + n, iban(n), true, "MN",
                "LEGAL", ownerKnown, true), username, CITIZEN);
    }

    private static PartyId id(int n) {
        return new PartyId(new UUID(0, n));
    }

    private static String iban(int n) {
        return Iban.of(BANKS.get((n - 1) % BANKS.size()), "999900%06d".formatted(1000 + n)).text();
    }
}
