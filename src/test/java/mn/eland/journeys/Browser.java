package mn.eland.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The browser of the journeys: one for the whole run, a {@link Visit} of its own for each person. Uses the system's
 * Chromium where there is one (named by {@code CHROMIUM_PATH} or found; the one without a window first, which draws with
 * half the work), else the one that the test library fetches for itself.
 */
final class Browser {

    /** Elements in their order with their attributes, and whether they say something. */
    private static final String BUILT = """
            () => [innerWidth, document.documentElement.lang, ...[...document.querySelectorAll('body *')].map(e =>
                e.tagName + [...e.attributes].map(a => /^(class|role|type|style|aria-)/.test(a.name) && !/^aria-(label|describe)/.test(a.name)
                    ? a.name + '=' + a.value : a.name).join(' ') + (e.childElementCount || !e.textContent.trim() ? '' : '.'))].join('|')""";
    private static final Set<String> CLEAN = new HashSet<>();
    private static final List<Visit> KEPT = new ArrayList<>();
    private static com.microsoft.playwright.Browser browser;

    private Browser() {
    }

    /** A person's own browser window; close it after use. */
    static Visit desktop(String base, String language) {
        return new Visit(base, newDesktop(language)).open("/?lang=" + language);
    }

    static Visit phone(String base, String language) {
        return new Visit(base, newPhone(language)).open("/?lang=" + language);
    }

    /** Closes the windows that were kept. */
    static void goHome() {
        KEPT.forEach(visit -> visit.context.close());
        KEPT.clear();
    }

    private static BrowserContext newDesktop(String language) {
        return start().newContext(options(language).setViewportSize(1280, 800));
    }

    private static BrowserContext newPhone(String language) {
        return start().newContext(options(language).setViewportSize(390, 844).setIsMobile(true).setHasTouch(true).setDeviceScaleFactor(2));
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options(String language) {
        return new com.microsoft.playwright.Browser.NewContextOptions().setLocale(language.equals("mn") ? "mn-MN" : "en-GB")
                .setTimezoneId("Asia/Ulaanbaatar").setReducedMotion(ReducedMotion.REDUCE);
    }

    private static synchronized com.microsoft.playwright.Browser start() {
        if (browser == null) {
            var chromium = chromium();
            var environment = new HashMap<>(System.getenv());
            if (chromium != null) {
                environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            }
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            var launch = new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"));
            browser = playwright.chromium().launch(chromium == null ? launch : launch.setExecutablePath(chromium));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    private static Path chromium() {
        var named = System.getenv("CHROMIUM_PATH");
        return Stream.of(named, "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(path -> path != null && !path.isBlank()).map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);
    }

    /** One window. Whatever the browser complains of fails the test when the visit is closed. */
    static final class Visit implements AutoCloseable {

        private static final Path SCREENSHOTS = Path.of("target/screenshots");
        /** Traces slow every step down, so they are made only when {@code ELAND_TRACED} is set. */
        private static final boolean TRACED = System.getenv("ELAND_TRACED") != null;
        private final String base;
        private final BrowserContext context;
        private final Page page;
        private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
        private final List<Pattern> expected = new CopyOnWriteArrayList<>();
        private boolean kept;

        private Visit(String base, BrowserContext context) {
            this.base = base;
            this.context = context;
            context.setDefaultTimeout(15_000);
            if (TRACED) {
                context.tracing().start(new Tracing.StartOptions().setScreenshots(true).setSnapshots(true));
            }
            page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add("console: " + message.text() + " at " + message.location());
                }
            });
            page.onPageError(error -> complaints.add("script: " + error));
            page.onResponse(response -> {
                if (response.status() >= 400) {
                    complaints.add("answer " + response.status() + ": " + response.url());
                }
            });
        }

        Page page() {
            return page;
        }

        /** The same window again, for a person who comes back: closed after a visit, it only looks away. */
        Visit kept() {
            if (!kept) {
                kept = true;
                KEPT.add(this);
            }
            return this;
        }

        /** Complaints that match are part of what is tested. */
        Visit expecting(String pattern) {
            expected.add(Pattern.compile(pattern));
            return this;
        }

        Visit open(String path) {
            page.navigate(path.startsWith("http") ? path : base + path);
            return ready();
        }

        /** Waits until the page has come to its end and its scripts have run: what is looked at in the middle is shorter than it will be. */
        Visit ready() {
            page.waitForLoadState();
            page.waitForSelector("html[data-ready='1']", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
            return this;
        }

        /** Signs in as one of the sandbox people by the page that offers them. */
        Visit signIn(String name) {
            page.navigate(base + "/oauth2/authorization/eland");
            page.locator("button[data-account='" + name + "']").click();
            page.waitForURL(url -> !url.contains("/sign-in") && !url.contains("/oauth2/"));
            return ready();
        }

        Visit signOut() {
            page.locator("details.menu > summary").click();
            page.locator("form[action$='/logout'] button, form[action$='/sign-out'] button").first().click();
            return ready();
        }

        /** Clicks what is named so, as a person reads it, and waits for the page that follows. */
        Visit click(String name) {
            page.locator("main").getByText(name, new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true)).first().click();
            return ready();
        }

        Visit picture(String name) {
            page.evaluate("() => document.fonts.ready.then(() => true)");
            page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(false));
            return this;
        }

        /**
         * No violation of WCAG 2.2 A and AA; the window is made as long as the page so that no bar covers anything. A page that
         * is built like one found clean before, in the same language and width, is not asked again.
         */
        Visit accessible() {
            ready();
            var built = (String) page.evaluate(BUILT);
            if (CLEAN.contains(built)) {
                return this;
            }
            var size = page.viewportSize();
            var height = ((Number) page.evaluate("() => document.documentElement.scrollHeight")).intValue();
            page.setViewportSize(size.width, Math.max(size.height, height));
            // our pages have no foreign frames, so nothing has to be summed up on a page of its own
            var found = new AxeBuilder(page).options(onlyViolations()).setLegacyMode(true).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                    .analyze().getViolations();
            page.setViewportSize(size.width, size.height);
            assertThat(found.stream().map(violation -> violation.getId() + ": " + violation.getHelp() + " "
                    + violation.getNodes().stream().limit(3).map(node -> node.getHtml()).toList()).toList())
                    .as("accessibility of " + page.url()).isEmpty();
            CLEAN.add(built);
            return this;
        }

        private static AxeRunOptions onlyViolations() {
            var options = new AxeRunOptions();
            options.setResultTypes(List.of("violations"));
            return options;
        }

        /** Nothing is wider than the window. */
        Visit fits() {
            ready();
            var wide = ((Number) page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue();
            assertThat(wide).as("sideways scrolling of " + page.url() + " by " + page.evaluate("() => [...document.querySelectorAll('main *')]"
                    + ".filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).slice(0, 5).map(e => e.outerHTML.slice(0, 160))"))
                    .isLessThanOrEqualTo(0);
            return this;
        }

        @Override
        public void close() {
            var unexpected = complaints.stream()
                    .filter(complaint -> expected.stream().noneMatch(pattern -> pattern.matcher(complaint).find())).toList();
            if (TRACED && !unexpected.isEmpty()) {
                context.tracing().stop(new Tracing.StopOptions().setPath(Path.of("target/traces/" + System.nanoTime() + ".zip")));
            }
            if (kept) {
                page.navigate("about:blank");
                complaints.clear();
                expected.clear();
            } else {
                context.close();
            }
            assertThat(unexpected).as("what the browser complained of").isEmpty();
        }
    }
}
