package mn.eland.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mn.eland.ElandTest;
import mn.eland.contract.Contracts;
import mn.eland.contract.DocumentFacts;
import mn.eland.contract.DocumentKind;
import mn.eland.contract.print.DocumentPrinter;
import mn.eland.contract.print.DocumentPrinter.Imprint;
import mn.eland.contract.print.Pages;
import mn.eland.workflow.Workflow;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The sale contract as a PDF, beside a browser that prints the very same page: kept warm, and started for each. */
@ElandTest
class PrintBench {

    private static final Map<String, Object> FACTS = DocumentFacts.of(DocumentKind.SALE_CONTRACT);
    private static final Imprint IMPRINT = new Imprint("S-2026-000001/C1", 1, "ABCD2345WXYZ", Instant.parse("2026-11-22T06:05:00Z"), 0);
    private static final String CHROMIUM = Stream.of(System.getenv("CHROMIUM_PATH"), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
            .filter(path -> path != null && Files.isExecutable(Path.of(path))).findFirst().orElse("/usr/bin/chromium");
    private static final List<String> SWITCHES = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private static final int WARM_UP = 150;
    private static final int TURNS = 5;
    private static final double SECONDS = 4;

    @Autowired DocumentPrinter printer;
    @Autowired Contracts contracts;
    @Autowired Workflow workflow;
    @Autowired TransactionTemplate transaction;

    private int printed;

    /** In turns, so that a busy machine is busy for both. */
    @Test
    void isFasterThanABrowser() throws Exception {
        var html = Pages.html(printer, DocumentKind.SALE_CONTRACT, IMPRINT, FACTS);
        var ours = new double[TURNS];
        var perProcessorSecond = new double[TURNS];
        var warm = new double[TURNS];
        var ratios = new double[TURNS];
        var processorRatios = new double[TURNS];
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        try (var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
             var browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(Path.of(CHROMIUM)).setArgs(SWITCHES))) {
            var page = browser.newPage();
            var options = new PdfOptions().setPreferCSSPageSize(true).setTagged(true);
            Figures.perSecond(WARM_UP, 0, this::print);
            for (int i = 0; i < TURNS; i++) {
                long before = processorTime();
                printed = 0;
                ours[i] = Figures.perSecond(0, SECONDS, this::print);
                perProcessorSecond[i] = printed * 1e9 / (processorTime() - before);
                double browserBefore = processorSecondsOfBrowser();
                printed = 0;
                warm[i] = Figures.perSecond(0, SECONDS, () -> {
                    page.setContent(html);
                    page.pdf(options);
                    printed++;
                });
                ratios[i] = ours[i] / warm[i];
                processorRatios[i] = perProcessorSecond[i] * (processorSecondsOfBrowser() - browserBefore) / printed;
            }
            page.setContent(html);
            say(ours, perProcessorSecond, warm, ratios, pages(page.pdf(options)));
            Figures.say("the same, work of processors only", Figures.text("%.1f x warm Chromium", Figures.median(processorRatios)), "budget 2 x");
        }
        saysBesideAStartedOne(html, Figures.median(ours));
    }

    private void say(double[] ours, double[] perProcessorSecond, double[] warm, double[] ratios, int pagesOfChromium) throws IOException {
        Figures.say(Figures.text("sale contract as PDF/A-2a and PDF/UA, %d pages, one thread", print().pages()),
                Figures.text("%.1f/s, %.1f per processor second, budget 25", Figures.median(ours), Figures.median(perProcessorSecond)),
                Figures.text("warm Chromium, same page, %d pages: %.1f/s, %.1f x", pagesOfChromium, Figures.median(warm), Figures.median(ratios)));
    }

    private static void saysBesideAStartedOne(String html, double ours) throws Exception {
        var file = Files.writeString(Path.of("target/bench-page.html"), html);
        int runs = 3;
        double seconds = 0;
        for (int i = 0; i < runs; i++) {
            var folder = Files.createTempDirectory("bench");
            var command = new java.util.ArrayList<>(List.of(CHROMIUM));
            command.addAll(SWITCHES);
            command.addAll(List.of("--user-data-dir=" + folder, "--print-to-pdf=" + folder.resolve("page.pdf"), file.toUri().toString()));
            long begin = System.nanoTime();
            var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            seconds += (System.nanoTime() - begin) / 1e9;
            assertThat(folder.resolve("page.pdf")).isNotEmptyFile();
        }
        Figures.say("the same beside Chromium started for each", Figures.text("%.1f/s", ours), Figures.text("%.2f/s, %.0f x, budget 40 x", runs / seconds, ours * seconds / runs));
    }

    @Test
    void contractsAreDraftedQuickly() {
        double perSecond = Figures.perSecond(WARM_UP, 2 * SECONDS, () -> {
            var sale = transaction.execute(status -> workflow.nextNumber('S'));
            contracts.draft(DocumentKind.SALE_CONTRACT, sale, FACTS, List.of()).get();
        });

        Figures.say("sale contract drafted: printed, hashed, kept", Figures.text("%.1f/s", perSecond), "one thread");
    }

    private DocumentPrinter.Printed print() {
        printed++;
        return printer.print(DocumentKind.SALE_CONTRACT.template(), IMPRINT, FACTS);
    }

    private static int pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    /** A browser spreads over many processes; on a busy machine they get more of it than our one thread. */
    private static double processorSecondsOfBrowser() {
        return ProcessHandle.current().descendants().flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToDouble(used -> used.toNanos() / 1e9).sum();
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
