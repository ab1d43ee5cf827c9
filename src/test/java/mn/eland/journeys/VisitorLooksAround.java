package mn.eland.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;

/** What anybody and the staff see first: clean for everyone, light on the wire, on phone and desktop, in both languages. */
@Journey
class VisitorLooksAround {

    @Value("${eland.base-url}")
    String base;

    @ParameterizedTest
    @CsvSource({"mn,phone", "mn,desktop", "en,phone", "en,desktop"})
    void homeSearchAndPropertyAreCleanForEveryone(String language, String device) {
        try (var visit = visit(language, device)) {
            visit.open("/").accessible().fits().picture("home-" + language + "-" + device);

            visit.open("/properties?district=KUD").accessible().fits().picture("search-" + language + "-" + device);

            visit.open("/properties");
            visit.page().locator(".listing-card a").first().click();
            visit.ready().accessible().fits().picture("property-" + language + "-" + device);
            assertThat(visit.page().locator("h1").innerText()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({"mn,phone", "en,desktop"})
    void theTaskInboxIsCleanForEveryone(String language, String device) {
        try (var visit = visit(language, device)) {
            visit.signIn("munkhzul").open("/tasks?scope=all").accessible().fits().picture("tasks-" + language + "-" + device);
        }
    }

    @ParameterizedTest
    @CsvSource({"mn,phone", "en,desktop"})
    void thePagesOfTheRulesAreCleanForEveryone(String language, String device) {
        try (var visit = visit(language, device)) {
            visit.signIn("egshiglen").open("/parameters");
            visit.page().locator("#vat\\.rate > summary, #penalty\\.maxDailyRate > summary").first().click();
            visit.accessible().fits().picture("parameters-" + language + "-" + device);
            visit.open("/holidays").accessible().fits().picture("holidays-" + language + "-" + device);
        }
    }

    @ParameterizedTest
    @CsvSource({"mn,phone", "en,desktop"})
    void whatIsTypedIsCompletedAndChosenByKeyboard(String language, String device) {
        try (var visit = visit(language, device)) {
            var field = visit.page().locator("#text");
            field.pressSequentially(language.equals("mn") ? "Хан" : "khan");
            visit.page().locator("#suggestions [role=option]").first().waitFor();
            assertThat(field.getAttribute("aria-expanded")).isEqualTo("true");

            field.press("ArrowDown");
            assertThat(field.getAttribute("aria-activedescendant")).isEqualTo("suggestion-0");
            visit.accessible().fits().picture("suggestions-" + language + "-" + device);
            field.press("Escape");
            assertThat(visit.page().locator("#suggestions").isVisible()).isFalse();

            field.press("ArrowDown");
            field.press("ArrowDown");
            field.press("Enter");
            visit.page().waitForURL("**/properties?district=KUD");
            visit.ready();
        }
    }

    @Test
    void theFirstPageIsLightOnTheWire() {
        try (var visit = Browser.phone(base, "mn")) {
            var bytes = new ArrayList<Long>();
            visit.page().onResponse(response -> bytes.add(sizeOf(response)));
            visit.page().context().clearCookies();

            visit.open("/properties");

            visit.page().waitForLoadState();
            assertThat(bytes.stream().mapToLong(Long::longValue).sum()).isBetween(20_000L, 300_000L);
        }
    }

    @Test
    void theLanguageStaysOnThePage() {
        try (var visit = Browser.desktop(base, "mn")) {
            visit.open("/properties?district=BZD");

            visit.page().locator("a.tool[hreflang=en]").click();
            visit.ready();

            assertThat(visit.page().url()).contains("/properties").contains("district=BZD");
            assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo("en");
        }
    }

    @Test
    void theChosenThemeIsRemembered() {
        try (var visit = Browser.desktop(base, "mn")) {
            visit.page().locator("[data-theme-switch]").click();
            var chosen = visit.page().locator("html").getAttribute("data-bs-theme");

            visit.open("/properties").accessible();

            assertThat(visit.page().locator("html").getAttribute("data-bs-theme")).isEqualTo(chosen).isEqualTo("dark");
        }
    }

    @Test
    void searchAndPagesWorkWithoutScripts() {
        var answer = List.of("/", "/properties?text=Зайсан&priceFrom=abc").stream().map(this::html).toList();

        assertThat(answer.get(0)).contains("action=\"/properties\"").contains("listing-card");
        assertThat(answer.get(1)).contains("id=\"results\"").contains("role=\"alert\"");
    }

    private Browser.Visit visit(String language, String device) {
        return device.equals("phone") ? Browser.phone(base, language) : Browser.desktop(base, language);
    }

    private String html(String path) {
        return new org.springframework.boot.test.web.client.TestRestTemplate().getForObject(base + path, String.class);
    }

    private static long sizeOf(Response response) {
        return response.request().sizes().responseBodySize;
    }
}
