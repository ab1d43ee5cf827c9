package mn.eland.notarization;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mn.eland.kernel.PartyId;
import mn.eland.notarization.office.Notaries;
import mn.eland.notarization.office.Notary;
import mn.eland.notarization.office.OpeningHours;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The invented notary of the sandbox, authorised in all districts of the capital. */
@Component
@Profile("!production")
class SandboxNotaries implements ApplicationRunner {

    private static final PartyId ANUDARI = new PartyId(new UUID(0, 5));
    private static final List<String> CAPITAL = List.of("SBD", "CHD", "BGD", "BZD", "KUD", "SHD", "ND", "BND", "BHD");
    private final Notaries notaries;

    SandboxNotaries(Notaries notaries) {
        this.notaries = notaries;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (notaries.appoint(new Notary(ANUDARI, 1, "TEST-NOT-0001", CAPITAL, "Сүхбаатар дүүрэг, 1 дүгээр хороо, Бага тойруу 14, 203 тоот"))) {
            notaries.keepHours(1, IntStream.rangeClosed(1, 5).mapToObj(DayOfWeek::of).flatMap(day -> Stream.of(
                    new OpeningHours(day, LocalTime.of(9, 0), LocalTime.of(13, 0)), new OpeningHours(day, LocalTime.of(14, 0), LocalTime.of(18, 0)))).toList());
        }
    }
}
