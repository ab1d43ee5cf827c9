package mn.eland.sale.suspicion;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.spi.TaskForm.Document;
import mn.eland.workflow.spi.TaskForm.Fact;
import mn.eland.workflow.spi.TaskForm.MessageKey;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** A report as compliance reads it, and the files to hand in; for programs too. */
@Controller
@Tag(name = "compliance")
class ReportPages {

    private static final String REPORT = "/compliance/reports/{number:C-\\d{4}-\\d{6}}";
    private static final String CALL = "/api/v1" + REPORT;

    private final Suspicions suspicions;
    private final ReportFile file;

    ReportPages(Suspicions suspicions, ReportFile file) {
        this.suspicions = suspicions;
        this.file = file;
    }

    @GetMapping(REPORT)
    String report(Actor actor, @PathVariable CaseRef number, Model model) {
        var report = RefusedException.orThrow(suspicions.report(actor, number));
        model.addAttribute("report", report);
        model.addAttribute("facts", facts(report, suspicions.keepUntil(report)));
        return "sale/report";
    }

    /** A matter of compliance has a page of its own. */
    @GetMapping("/deals/{number:C-\\d{4}-\\d{6}}")
    String deal(@PathVariable CaseRef number) {
        return "redirect:/compliance/reports/" + number;
    }

    @GetMapping(CALL)
    @ResponseBody
    @Operation(summary = "A matter that has to be reported, with its kinds and deadline; for compliance")
    ReportResource report(Actor actor, @PathVariable CaseRef number) {
        var report = RefusedException.orThrow(suspicions.report(actor, number));
        return ReportResource.of(report, suspicions.keepUntil(report));
    }

    @GetMapping({REPORT + "/file.xml", CALL + "/file.xml"})
    @Operation(summary = "The report as a file to hand in")
    ResponseEntity<byte[]> xml(Actor actor, @PathVariable CaseRef number) {
        var report = RefusedException.orThrow(suspicions.report(actor, number));
        return download(number + ".xml", MediaType.APPLICATION_XML, file.xml(report));
    }

    @GetMapping({REPORT + "/file.csv", CALL + "/file.csv"})
    @Operation(summary = "The report as a table")
    ResponseEntity<byte[]> csv(Actor actor, @PathVariable CaseRef number) {
        var report = RefusedException.orThrow(suspicions.report(actor, number));
        return download(number + ".csv", new MediaType("text", "csv", StandardCharsets.UTF_8), file.csv(report));
    }

    static ResponseEntity<byte[]> download(String name, MediaType type, String text) {
        return ResponseEntity.ok().contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link Report}, with numbers for cases. */
    record ReportResource(String number, String sale, Report.Cause cause, Instant at, List<String> kinds, Instant deadline, String narrative,
                          String draftedBy, Instant draftedAt, String filedNumber, String filedBy, Instant filedAt, LocalDate keepUntil) {

        static ReportResource of(Report report, LocalDate keepUntil) {
            return new ReportResource(report.number().number(), report.sale().number(), report.cause(), report.at(), report.kinds(),
                    report.deadline(), report.narrative(), report.draftedBy(), report.draftedAt(), report.filedNumber(),
                    report.filedBy(), report.filedAt(), keepUntil);
        }
    }

    static List<Fact> facts(Suspicions suspicions, Actor actor, CaseRef number) {
        return suspicions.report(actor, number) instanceof Outcome.Done<Report> done ? facts(done.value(), suspicions.keepUntil(done.value())) : List.of();
    }

    static List<Document> links(Suspicions suspicions, Actor actor, CaseRef number) {
        return suspicions.report(actor, number) instanceof Outcome.Done<Report> done
                ? List.of(new Document("risk.open", "/compliance/sales/" + done.value().sale()),
                        new Document("report.open", "/compliance/reports/" + number)) : List.of();
    }

    private static List<Fact> facts(Report report, LocalDate keepUntil) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("report.sale", report.sale().number()));
        facts.add(Fact.of("report.cause", new MessageKey("report.cause." + report.cause())));
        report.kinds().forEach(kind -> facts.add(Fact.of("report.kind", new MessageKey("report.kind." + kind))));
        if (report.deadline() != null) {
            facts.add(new Fact("report.deadline", report.deadline(), report.isFiled() ? "done" : "waiting"));
        }
        if (report.isFiled()) {
            facts.add(new Fact("report.filedNumber", report.filedNumber(), "done"));
            facts.add(Fact.of("report.filedAt", report.filedAt()));
            facts.add(Fact.of("report.filedBy", report.filedBy()));
        }
        facts.add(Fact.of("report.keepUntil", keepUntil));
        return facts;
    }
}
