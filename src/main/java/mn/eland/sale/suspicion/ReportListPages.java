package mn.eland.sale.suspicion;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import mn.eland.edge.web.MenuPlace;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.sale.suspicion.ReportPages.ReportResource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** All reports of some days, on a page, for programs and as one file; for compliance, and for nobody else even as a link. */
@Controller
@Tag(name = "compliance")
class ReportListPages implements MenuPlace {

    private static final String REPORTS = "/compliance/reports";
    private static final String CALL = "/api/v1" + REPORTS;
    private static final int DAYS_SHOWN = 90;

    private final Suspicions suspicions;
    private final ReportFile file;
    private final ElandClock clock;

    ReportListPages(Suspicions suspicions, ReportFile file, ElandClock clock) {
        this.suspicions = suspicions;
        this.file = file;
        this.clock = clock;
    }

    /** Which reports: by default those of the last ninety days. */
    record Wanted(@DateTimeFormat(iso = ISO.DATE) LocalDate from, @DateTimeFormat(iso = ISO.DATE) LocalDate until, Boolean waiting) {
    }

    private List<Report> reports(Actor actor, Wanted wanted) {
        return orThrow(suspicions.all(actor, from(wanted), until(wanted), Boolean.TRUE.equals(wanted.waiting())));
    }

    private LocalDate until(Wanted wanted) {
        return wanted.until() == null ? clock.today() : wanted.until();
    }

    private LocalDate from(Wanted wanted) {
        return wanted.from() == null ? until(wanted).minusDays(DAYS_SHOWN) : wanted.from();
    }

    @GetMapping(REPORTS)
    String all(Actor actor, Wanted wanted, Model model) {
        model.addAttribute("reports", reports(actor, wanted));
        model.addAttribute("from", from(wanted));
        model.addAttribute("until", until(wanted));
        model.addAttribute("waiting", Boolean.TRUE.equals(wanted.waiting()));
        model.addAttribute("now", clock.instant());
        return "sale/reports";
    }

    @GetMapping(CALL)
    @ResponseBody
    @Operation(summary = "Matters that were opened from one day to the other, newest first; for compliance")
    List<ReportResource> all(Actor actor, @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
                             @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate until,
                             @RequestParam(defaultValue = "false") boolean waiting) {
        return reports(actor, new Wanted(from, until, waiting)).stream()
                .map(report -> ReportResource.of(report, suspicions.keepUntil(report))).toList();
    }

    @GetMapping({REPORTS + "/file.xml", CALL + "/file.xml"})
    @Operation(summary = "The reports of these days as one file to hand in")
    ResponseEntity<byte[]> xml(Actor actor, Wanted wanted) {
        return ReportPages.download(name(wanted) + ".xml", MediaType.APPLICATION_XML, file.xml(reports(actor, wanted)));
    }

    @GetMapping({REPORTS + "/file.csv", CALL + "/file.csv"})
    @Operation(summary = "The reports of these days as a table")
    ResponseEntity<byte[]> csv(Actor actor, Wanted wanted) {
        return ReportPages.download(name(wanted) + ".csv", new MediaType("text", "csv", StandardCharsets.UTF_8), file.csv(reports(actor, wanted)));
    }

    private String name(Wanted wanted) {
        return "reports-" + from(wanted) + "-" + until(wanted);
    }

    @Override
    public String path() {
        return REPORTS;
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public String icon() {
        return "bi-shield-exclamation";
    }

    @Override
    public OptionalInt waiting(Actor actor) {
        return suspicions.waiting(actor);
    }
}
