package mn.eland.notarization.web;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.notarization.Notarizations;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The notary's own register book, with search. */
@Controller
class RegisterBookPages {

    private static final int SHOWN = 100;
    private final Notarizations notarizations;
    private final ElandClock clock;

    RegisterBookPages(Notarizations notarizations, ElandClock clock) {
        this.clock = clock;
        this.notarizations = notarizations;
    }

    @GetMapping("/notary/book")
    String book(Actor notary, @RequestParam(defaultValue = "") String text, Model model) {
        model.addAttribute("entries", RefusedException.orThrow(notarizations.registerBook(notary, text, SHOWN)));
        model.addAttribute("text", text);
        model.addAttribute("year", clock.today().getYear());
        return "notarization/book";
    }

    /** Without search and in order, made to be printed. */
    @GetMapping("/notary/book/{year:\\d{4}}")
    String year(Actor notary, @PathVariable int year, Model model) {
        model.addAttribute("entries", RefusedException.orThrow(notarizations.registerYear(notary, year)));
        model.addAttribute("year", year);
        return "notarization/book-year";
    }

    @GetMapping({"/notary/book/{year:\\d{4}}/book.csv", "/api/v1/notarizations/book/{year:\\d{4}}/book.csv"})
    @Operation(summary = "A year of the calling notary's register book as a table")
    ResponseEntity<byte[]> table(Actor notary, @PathVariable int year) {
        var text = BookTable.csv(RefusedException.orThrow(notarizations.registerYear(notary, year)));
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"register-book-" + year + ".csv\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
