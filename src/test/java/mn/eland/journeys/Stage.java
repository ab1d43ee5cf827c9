package mn.eland.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mn.eland.Simulators;
import mn.eland.journeys.Browser.Visit;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of one deal and their browsers. Everybody signs in once and keeps the window. */
abstract class Stage {

    final Simulators simulators;
    final JdbcClient sql;
    String deal;
    private final String base;
    private final String language;
    final boolean phone;
    private final Map<String, Visit> windows = new HashMap<>();
    private int pictures;

    Stage(String base, String language, boolean phone, Simulators simulators, JdbcClient sql) {
        this.base = base;
        this.language = language;
        this.phone = phone;
        this.simulators = simulators;
        this.sql = sql;
    }

    Visit visit(String person) {
        return windows.computeIfAbsent(person, name ->
                (phone ? Browser.phone(base, language) : Browser.desktop(base, language)).signIn(name).kept());
    }

    /** Opens the deal and follows its one main button. */
    void doWhatIsAsked(Visit visit) {
        visit.open("/deals/" + deal).fits();
        visit.page().locator(".now-box a.btn-primary").click();
        visit.ready();
    }

    void takeTask(Visit visit, String key) {
        var id = waitFor("select task_id from workflow.work_items where task_key = '" + key + "' and completed_at is null limit 1");
        visit.open("/tasks").fits();
        visit.open("/tasks/" + id);
        var claim = visit.page().locator("form[action$='/claim'] button");
        if (claim.count() > 0) {
            claim.first().click();
            visit.ready().open("/tasks/" + id);
        }
    }

    static void fill(Page page, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            page.locator("[name='" + namesAndValues[i] + "']").first().fill(namesAndValues[i + 1]);
        }
    }

    static void submit(Visit visit, String form) {
        var button = visit.page().locator(form).first().locator("button:not([type=button])").last();
        button.click(new Locator.ClickOptions().setNoWaitAfter(false));
        visit.page().waitForLoadState();
        visit.ready();
        assertThat(visit.page().locator(".error-summary").count()).as("refusals on " + visit.page().url() + ": " + visit.page().locator("main").innerText()).isZero();
    }

    void picture(Visit visit, String name) {
        visit.picture("%s%s-%s-%02d-%s".formatted(story(), language, phone ? "phone" : "desktop", ++pictures, name));
    }

    /** What the pictures of this story begin with. */
    String story() {
        return "";
    }

    String waitFor(String question) {
        try {
            return await(question).atMost(Duration.ofMinutes(2)).until(() ->
                    sql.sql(question).query((row, n) -> row.getString(1)).list().stream().findFirst().orElse(null), Objects::nonNull);
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(question + ", but the case is at " + where(), late);
        }
    }

    private List<String> where() {
        return sql.sql("""
                select task_key from workflow.work_items where case_number = :deal and completed_at is null
                union all select stage from sale.sales where number = :deal
                union all select what || ' ' || arguments from (select * from sale.timeline where sale = :deal order by id desc limit 5) last""")
                .param("deal", deal).query(String.class).list();
    }
}
