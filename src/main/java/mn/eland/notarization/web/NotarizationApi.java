package mn.eland.notarization.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.notarization.Notarizations;
import mn.eland.notarization.Notarizations.BookEntry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register book for programs. Certifying is a task: see {@code /api/v1/tasks}. */
@RestController
@RequestMapping("/api/v1/notarizations")
@Tag(name = "notarizations")
class NotarizationApi {

    private final Notarizations notarizations;

    NotarizationApi(Notarizations notarizations) {
        this.notarizations = notarizations;
    }

    @GetMapping
    @Operation(summary = "Entries of the calling notary's register book, newest first")
    List<BookEntry> book(Actor notary, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "50") int limit) {
        return RefusedException.orThrow(notarizations.registerBook(notary, text, limit));
    }
}
