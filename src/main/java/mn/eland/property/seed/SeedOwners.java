package mn.eland.property.seed;

import java.util.Map;
import java.util.UUID;
import mn.eland.property.spi.SandboxTitles.SandboxOwner;

/** The invented people and companies that own the sandbox, as the state register enters them. */
final class SeedOwners {

    static final UUID AGENT = party(4);

    private static final Map<Integer, SandboxOwner> OWNERS = Map.ofEntries(
            Map.entry(1, new SandboxOwner("ЯЯ88041511", "Боржигон", "Ганболдын", "Тэмүүлэн")),
            Map.entry(2, new SandboxOwner("ЯЯ90090822", "Бэсүд", "Дорждэрэмийн", "Сарантуяа")),
            Map.entry(3, new SandboxOwner("ЯЯ93121643", "Цагаан", "Баярын", "Энхжин")),
            Map.entry(6, new SandboxOwner("ЯЯ82072377", "Харчин", "Доржийн", "Ганзориг")),
            Map.entry(8, new SandboxOwner("ЯЯ10251246", "Жалайр", "Түмэнгийн", "Оюу")),
            Map.entry(9, new SandboxOwner("ЯЯ48020386", "Горлос", "Дашийн", "Хүслэн")),
            Map.entry(10, new SandboxOwner("ЯЯ01270321", "Хатагин", "Пүрэвийн", "Номин-Эрдэнэ")),
            Map.entry(11, new SandboxOwner("ЯЯ95051933", "Олхонууд", "Цогтын", "Билгүүн")),
            Map.entry(12, new SandboxOwner("ЯЯ86022844", "Сартуул", "Нямын", "Золжаргал")),
            Map.entry(13, new SandboxOwner("ЯЯ99010155", "Баяд", "Очирын", "Дөлгөөн")),
            Map.entry(25, new SandboxOwner("ЯЯ86111757", "Үзэмчин", "Гомбын", "Төгөлдөр")),
            Map.entry(101, new SandboxOwner("9900011", "", "", "«Алтан Тал Девелопмент» ХХК")),
            Map.entry(103, new SandboxOwner("9900033", "", "", "«Хөх Мөнх Трейд» ХХК")));

    private SeedOwners() {
    }

    static UUID party(int number) {
        return new UUID(0, number);
    }

    static SandboxOwner owner(int number) {
        return OWNERS.get(number);
    }
}
