package mn.eland.edge.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import mn.eland.identity.account.Authenticator;
import mn.eland.identity.account.Openings;
import mn.eland.identity.recovery.HelpDesk;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in by the link of a letter, and those who would like to use somebody else's. */
@ElandTest
class LinkSignInTests {

    private static final String PASSWORD = "гурван цагаан морь";
    private static final Pattern LINK = Pattern.compile("(/sign-in/link/open\\?token=[\\w-]+)");
    private static final Pattern SECRET = Pattern.compile("data-secret[^>]*>([A-Z2-7 ]+)<");

    @Value("${eland.base-url}") String base;
    @Autowired ApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired Openings openings;
    @Autowired HelpDesk desk;
    @Autowired ElandClock clock;
    @Autowired JdbcClient jdbc;

    @Test
    void theLinkSignsInOnceInTheBrowserThatAskedForIt() throws Exception {
        var naran = somebody();
        var link = asked(naran);
        var mailProgram = new Visitor(base, simulators);

        mailProgram.open(link);
        assertThat(mailProgram.page.body()).contains("өөр хөтөч дээр").doesNotContain("/sign-in/link/use");
        use(mailProgram.open("/sign-in/link"), link);
        assertThat(mailProgram.page.uri()).hasToString(base + "/sign-in/link?over");
        assertThat(mailProgram.isSignedIn()).isFalse();
        naran.open(link);
        assertThat(naran.page.body()).contains("action=\"/sign-in/link/use\"");
        var before = naran.cookie("ELAND_SESSION");
        use(naran, link);

        assertThat(naran.isSignedIn()).isTrue();
        assertThat(naran.cookie("ELAND_SESSION")).isNotEqualTo(before);
        var again = new Visitor(base, simulators);
        again.takeCookie("ELAND_LINK", String.valueOf(naran.cookie("ELAND_LINK")));
        use(again.open("/sign-in/link"), link);
        assertThat(again.page.uri()).hasToString(base + "/sign-in/link?over");
        assertThat(again.isSignedIn()).isFalse();
    }

    @Test
    void nobodyLearnsWhoHasAnAccountAndNobodyIsFlooded() throws Exception {
        var naran = somebody();
        var link = asked(naran);
        assertThat(links(naran)).isOne();

        naran.open("/sign-in/link").submit("/sign-in/link", Map.of("email", naran.email));
        var stranger = new Visitor(base, simulators);
        stranger.open("/sign-in/link").submit("/sign-in/link", Map.of("email", "nobody-there@example.mn"));
        var nonsense = new Visitor(base, simulators);
        nonsense.open("/sign-in/link").submit("/sign-in/link", Map.of("email", "enkhjin"));

        assertThat(shape(stranger)).isEqualTo(shape(naran)).isEqualTo(shape(nonsense)).contains("Энэ хаягтай бүртгэл байвал");
        assertThat(stranger.cookie("ELAND_LINK")).hasSameSizeAs(naran.cookie("ELAND_LINK"));
        assertThat(links(naran)).isOne();
        assertThat(naran.open(link).page.body()).as("who asks twice goes on with the first letter").contains("/sign-in/link/use");
        assertThat(jdbc.sql("select count(*) from identity.sign_in_links where username = 'enkhjin'").query(Integer.class).single()).isZero();
    }

    private long links(Visitor person) {
        return simulators.mails(person.email).stream().filter(mail -> mail.path("text").asText().contains("/sign-in/link/open?")).count();
    }

    @Test
    void aLinkThatIsTooOldAndOneForWhoWorksHereAreNone() throws Exception {
        var naran = somebody();
        var link = asked(naran);
        var person = person(naran);
        jdbc.sql("update identity.sign_in_links set expires_at = expires_at - interval '16 minutes' where username = ?")
                .param(openings.username(person).orElseThrow()).update();

        assertThat(naran.open(link).page.body()).contains("хугацаа дууссан");
        use(naran.open("/sign-in/link"), link);
        assertThat(naran.isSignedIn()).isFalse();
        openings.addRole(person, Role.AGENT);
        naran.open("/sign-in/link").submit("/sign-in/link", Map.of("email", naran.email));

        assertThat(jdbc.sql("select count(*) from identity.sign_in_links where username = ? and expires_at > ?")
                .params(openings.username(person).orElseThrow(), clock.instant().atOffset(java.time.ZoneOffset.UTC)).query(Integer.class)
                .single()).isZero();
    }

    @Test
    void theSecondStepIsAskedForAllTheSame() throws Exception {
        var naran = somebody();
        naran.signIn(naran.email, PASSWORD).open("/account").submit("/account/second-step", Map.of("password", PASSWORD));
        var found = SECRET.matcher(naran.page.body());
        assertThat(found.find()).isTrue();
        naran.submit("/account/second-step/confirm", Map.of("totp", Authenticator.code(found.group(1), clock.instant())));
        var phone = new Visitor(base, simulators);
        phone.open("/sign-in/link").submit("/sign-in/link", Map.of("email", naran.email));
        var link = link(naran);

        use(phone.open(link), link);
        assertThat(phone.path()).isEqualTo("/sign-in/second");
        assertThat(phone.open("/account").path()).isEqualTo("/sign-in");
        phone.open("/sign-in/second").submit("/sign-in/second", Map.of("totp", Authenticator.code(found.group(1), clock.instant().plusSeconds(30))));

        assertThat(phone.isSignedIn()).isTrue();
    }

    private Visitor somebody() throws Exception {
        var naran = new Visitor(base, simulators);
        return naran.openAccount(PASSWORD);
    }

    private String asked(Visitor naran) throws Exception {
        naran.open("/sign-in/link").submit("/sign-in/link", Map.of("email", naran.email.toUpperCase()));
        return link(naran);
    }

    private String link(Visitor naran) {
        return Awaitility.await().until(() -> simulators.mails(naran.email).stream().map(mail -> LINK.matcher(mail.path("text").asText()))
                .filter(java.util.regex.Matcher::find).map(found -> found.group(1)).findFirst().orElse(null), found -> found != null);
    }

    /** With the token of a page of the issuer: tests without a server exchange those of other pages. */
    private static void use(Visitor visitor, String link) throws Exception {
        visitor.open("/sign-in").submit("/sign-in/link/use", Map.of("token", link.substring(link.indexOf('=') + 1)));
    }

    private PartyId person(Visitor visitor) {
        return desk.find(SignIn.actor(context, "telmen"), visitor.email).get().person();
    }

    private static String shape(Visitor visitor) {
        return visitor.page.statusCode() + " " + visitor.path() + visitor.page.body().replaceAll("(value|data-csrf-token)=\"[^\"]*\"", "");
    }
}
