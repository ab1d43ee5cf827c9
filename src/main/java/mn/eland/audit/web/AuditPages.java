package mn.eland.audit.web;

import static mn.eland.edge.web.RefusedException.orThrow;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mn.eland.audit.reading.AuditReader;
import mn.eland.audit.reading.AuditRecord;
import mn.eland.audit.reading.Wanted;
import mn.eland.audit.web.AuditSearch.Input;
import mn.eland.edge.web.Refusals;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The trail for auditors: looking for records, proving them, taking them along. */
@Controller
@RequestMapping("/audit")
class AuditPages {

    private static final int A_PAGE = 50;
    private static final int CHECKPOINTS = 20;
    private static final String VERIFIER = "eland_audit_verify.py";
    private static final Set<String> FIELDS = Set.of("case", "person", "from", "to");

    private final AuditReader reader;
    private final AuditSearch search;
    private final Refusals refusals;
    private final ElandClock clock;

    AuditPages(AuditReader reader, AuditSearch search, Refusals refusals, ElandClock clock) {
        this.reader = reader;
        this.search = search;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping
    String find(Actor auditor, @RequestParam(name = "case", required = false) String caseNumber, @RequestParam(required = false) String person,
                @RequestParam(required = false) LocalDate from, @RequestParam(required = false) LocalDate to,
                @RequestParam(required = false) Long before, Model model) {
        var checkpoints = orThrow(reader.checkpoints(auditor, CHECKPOINTS));
        var input = new Input(caseNumber, person, from, to, before);
        var wanted = search.wanted(auditor, input);
        var records = found(auditor, wanted);
        model.addAttribute("errors", wanted.isDone() ? Map.of() : refusals.show(List.of(wanted.refusal()), FIELDS::contains, model));
        model.addAttribute("input", input);
        model.addAttribute("records", records.size() > A_PAGE ? records.subList(0, A_PAGE) : records);
        model.addAttribute("next", records.size() > A_PAGE ? records.get(A_PAGE - 1).position() : null);
        model.addAttribute("checkpoints", checkpoints);
        model.addAttribute("today", clock.today());
        return "audit/records";
    }

    @GetMapping("/records/{position}")
    String record(Actor auditor, @PathVariable long position, Model model) {
        model.addAttribute("record", orThrow(reader.record(auditor, position)));
        model.addAttribute("checkpoint", orThrow(reader.holding(auditor, position)));
        return "audit/record";
    }

    @GetMapping("/records/{position}/proof")
    void proof(Actor auditor, @PathVariable long position, HttpServletResponse response) throws IOException {
        AuditFiles.send(reader.inclusion(auditor, position), "eland-audit-record-" + position + ".jsonl", response);
    }

    @GetMapping("/consistency")
    void consistency(Actor auditor, @RequestParam long older, @RequestParam long newer, HttpServletResponse response) throws IOException {
        AuditFiles.send(reader.consistency(auditor, older, newer), "eland-audit-" + older + "-" + newer + ".jsonl", response);
    }

    /** Both days are wanted whole. */
    @GetMapping("/export")
    void export(Actor auditor, @RequestParam LocalDate from, @RequestParam LocalDate to, HttpServletResponse response) throws IOException {
        AuditFiles.send(reader.range(auditor, AuditSearch.start(from), AuditSearch.end(to)), "eland-audit-" + from + "-" + to + ".jsonl", response);
    }

    @GetMapping("/verifier")
    ResponseEntity<ClassPathResource> verifier(Actor auditor) {
        if (!AuditReader.isAuditor(auditor)) {
            throw new RefusedException(Refusal.forbidden("AUDITORS_ONLY"));
        }
        return ResponseEntity.ok().contentType(new MediaType("text", "x-python"))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(VERIFIER).build().toString())
                .body(new ClassPathResource("verifier/" + VERIFIER));
    }

    private List<AuditRecord> found(Actor auditor, Outcome<Wanted> wanted) {
        return wanted.isDone() ? orThrow(reader.find(auditor, wanted.get(), A_PAGE + 1)) : List.of();
    }
}
