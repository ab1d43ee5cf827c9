package mn.eland.notarization;

import java.util.List;
import java.util.UUID;
import mn.eland.kernel.PartyId;
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
        notaries.appoint(ANUDARI, 1, "TEST-NOT-0001", CAPITAL);
    }
}
