package mn.eland.notarization.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.notarization.Notarizations;
import mn.eland.notarization.Notarizations.BookEntry;
import mn.eland.notarization.file.RequiredDocument;
import mn.eland.notarization.session.ActFile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register book for programs. Certifying is a task: see {@code /api/v1/tasks}. */
@RestController
@RequestMapping("/api/v1/notarizations")
@Tag(name = "notarizations")
class NotarizationApi {

    private final Notarizations notarizations;
    private final ActFile file;
    private final ElandClock clock;

    NotarizationApi(Notarizations notarizations, ActFile file, ElandClock clock) {
        this.notarizations = notarizations;
        this.file = file;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Entries of the calling notary's register book, newest first")
    List<BookEntry> book(Actor notary, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "50") int limit) {
        return RefusedException.orThrow(notarizations.registerBook(notary, text, limit));
    }

    @GetMapping("/{number:[A-Z]-\\d{4}-\\d{6}}/documents")
    @Operation(summary = "The papers that an act needs, and what was presented, for a notary who may certify it")
    List<Paper> documents(Actor notary, @PathVariable CaseRef number) {
        RefusedException.orThrow(notarizations.mayAct(notary, number));
        return file.documents(number).stream().map(document -> Paper.of(document, clock.today())).toList();
    }

    @PutMapping("/{number:[A-Z]-\\d{4}-\\d{6}}/documents/{role:SELLER|BUYER}/{code:[A-Z_]+}")
    @Operation(summary = "Notes that a paper lies before the notary, with its day of issue and the last day that stands on it, where it has them")
    Paper present(Actor notary, @PathVariable CaseRef number, @PathVariable String role, @PathVariable String code, @RequestBody Days days) {
        return Paper.of(RefusedException.orThrow(file.present(notary, number, role, code, days.issuedOn(), days.validUntil())), clock.today());
    }

    /** @param issuedOn null for papers without a term, and @param validUntil null for papers that state no last day */
    record Days(LocalDate issuedOn, LocalDate validUntil) {
    }

    /** @param lastDay on which the paper counts; null for no end */
    record Paper(String role, String code, RequiredDocument.State state, LocalDate issuedOn, LocalDate lastDay) {

        static Paper of(RequiredDocument document, LocalDate today) {
            return new Paper(document.role(), document.code(), document.state(today), document.issuedOn(), document.lastDay());
        }
    }
}
