package mn.eland.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import mn.eland.Simulators;
import mn.eland.integration.dan.simulator.Portraits;
import mn.eland.journeys.Browser.Visit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Somebody whom nobody knows here opens an account, gives the telephone a passkey, is stopped at the first offer and told what to do,
 * proves with the sign-on of the state who it is, and offers.
 */
@Journey
class NewcomerMakesAnOffer {

    private static final String PASSWORD = "гурван цагаан морь";
    private static final Pattern CODE = Pattern.compile("(?<!\\d)(\\d{6})(?!\\d)");

    @Value("${eland.base-url}") String base;
    @Autowired Simulators simulators;
    @Autowired JdbcClient sql;
    private final String mailbox = "newcomer-" + UUID.randomUUID().toString().substring(0, 12);
    private final String phone = "8" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
    /** Born in February 1992; in the civil register, and nowhere in the house. */
    private final String registerNumber = "ЩЦ920214" + ThreadLocalRandom.current().nextInt(10, 100);
    private int pictures;

    @Test
    void fromTheFormToTheFirstOfferOnAPhone() {
        isInTheCivilRegister();
        try (var visit = Browser.phone(base, "mn").expecting("403")) {
            opensAnAccount(visit);
            signsInWithThePassword(visit);
            givesThePhoneAPasskey(visit);
            signsInWithThePasskey(visit);
            var flat = mayLookButNotOffer(visit);
            provesWhoItIs(visit);
            offers(visit, flat);
        }
    }

    private void isInTheCivilRegister() {
        simulators.call("POST", "/xyp/control/people", List.of(Map.of("registerNumber", registerNumber, "clanName", "Боржигон",
                "parentName", "Доржийн", "givenName", "Наранцэцэг", "birthDate", "1992-02-14", "gender", "Эмэгтэй", "district", "Баянгол",
                "khoroo", "5-р хороо", "street", "Энхтайвны өргөн чөлөө")));
    }

    private void opensAnAccount(Visit visit) {
        var page = visit.page();
        visit.open("/register").accessible().fits();
        Stage.fill(page, "registerNumber", registerNumber, "clanName", "Боржигон", "parentName", "Доржийн", "givenName", "Наранцэцэг",
                "phone", phone, "email", mailbox + "@example.mn", "password", PASSWORD);
        picture(visit, "register");
        var codes = new CodesByMail(simulators, mailbox);
        page.locator("form[action='/register'] button").click();
        page.waitForURL("**/register/*");
        visit.ready().accessible().fits();
        Stage.fill(page, "mailCode", codes.next(), "phoneCode", codeByPhone());
        picture(visit, "codes");
        page.locator("form[action^='/register/'] button").first().click();
        page.waitForURL("**/sign-in?opened");
        visit.ready().accessible().fits();
        picture(visit, "account-is-open");
    }

    private void signsInWithThePassword(Visit visit) {
        Stage.fill(visit.page(), "username", mailbox + "@example.mn", "password", PASSWORD);
        visit.page().locator("form[action='/sign-in'] button").first().click();
        visit.page().waitForURL("**/deals");
        visit.ready();
    }

    /** The key of an authenticator inside the telephone, which has seen a finger. */
    private void givesThePhoneAPasskey(Visit visit) {
        var page = visit.page();
        var devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        for (var has : List.of("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation")) {
            options.addProperty(has, true);
        }
        var authenticator = new JsonObject();
        authenticator.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", authenticator);

        visit.open("/account").accessible().fits();
        page.locator("#passkey-label").fill("Миний утас");
        page.locator("[data-passkey=add] button").click();
        page.locator("section[aria-labelledby=passkeys] li", new Page.LocatorOptions().setHasText("Миний утас")).waitFor();
        visit.ready().accessible().fits();
        page.locator("#passkeys").scrollIntoViewIfNeeded();
        picture(visit, "passkey");
        visit.signOut();
    }

    private void signsInWithThePasskey(Visit visit) {
        visit.open("/oauth2/authorization/eland").accessible().fits();
        picture(visit, "sign-in");
        visit.page().locator("[data-passkey=sign-in] button").click();
        visit.page().waitForURL("**/deals");
        visit.ready();
    }

    /** @return the listing that was looked at */
    private String mayLookButNotOffer(Visit visit) {
        var page = visit.page();
        var flat = sql.sql("""
                select l.number from property.listings l join property.properties p on p.id = l.property_id
                where l.state = 'PUBLISHED' and p.kind = 'APARTMENT' and l.price < 290000000 order by l.number limit 1""").query(String.class).single();
        visit.open("/properties/" + flat);
        page.locator("a[href$='/offer']").last().click();
        visit.ready();
        fillsTheOfferIn(visit);
        assertThat(page.locator("main .notice-danger").first().innerText()).contains("нотлоорой");
        visit.accessible().fits();
        picture(visit, "first-prove-who-you-are");
        page.locator("main .notice-danger a[href='/verification']").first().click();
        visit.ready();
        return flat;
    }

    private void provesWhoItIs(Visit visit) {
        var page = visit.page();
        visit.accessible().fits();
        picture(visit, "verification");
        page.locator("#face").setInputFiles(new FilePayload("face.jpg", "image/jpeg", Portraits.of(registerNumber)));
        page.locator("#consent").check();
        page.locator("form[action='/verification'] button").click();
        page.locator("a[href='/verification/sign-on']").waitFor();
        visit.ready().accessible().fits();
        picture(visit, "sign-on-of-the-state");
        page.locator("a[href='/verification/sign-on']").click();
        page.selectOption("select[name=regnum]", registerNumber);
        picture(visit, "state-asks");
        page.locator("button[name=allow][value=yes]").click();
        page.waitForURL("**/verification");
        visit.ready().accessible().fits();
        picture(visit, "is-being-compared");
        await("the verification of the newcomer").atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(300))
                .until(() -> visit.open("/verification").page().locator("main").innerText().contains("Нотолсон"));
        visit.accessible().fits();
        picture(visit, "is-verified");
    }

    private void offers(Visit visit, String flat) {
        visit.open("/properties/" + flat + "/offer");
        fillsTheOfferIn(visit);
        visit.page().waitForURL("**/deals/S-*");
        visit.ready().accessible().fits();
        picture(visit, "first-offer");
    }

    private void fillsTheOfferIn(Visit visit) {
        var page = visit.page();
        page.check("input[name=understood]");
        page.locator("form[action$='/offer'] button:not([type=button])").last().click();
        page.waitForLoadState();
        visit.ready();
    }

    private String codeByPhone() {
        return await("a text message with a code").atMost(Duration.ofMinutes(1)).until(() -> {
            var texts = simulators.call("GET", "/simulators/texts?to=" + phone, null);
            var found = texts.isEmpty() ? null : CODE.matcher(texts.get(0).path("body").asText());
            return found != null && found.find() ? found.group(1) : null;
        }, Objects::nonNull);
    }

    private void picture(Visit visit, String name) {
        visit.picture("newcomer-mn-phone-%02d-%s".formatted(++pictures, name));
    }
}
