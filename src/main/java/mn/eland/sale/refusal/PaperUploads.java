package mn.eland.sale.refusal;

import static mn.eland.edge.web.RefusedException.orThrow;

import java.util.Set;
import mn.eland.contract.brought.BroughtPaper;
import mn.eland.contract.brought.BroughtPapers.NewPaper;
import mn.eland.edge.web.Refusals;
import mn.eland.edge.web.Uploads;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form on the page of a deal with which people bring what was missing. */
@Controller
class PaperUploads {

    private static final int MOST_BYTES = 5 * 1024 * 1024;

    private final MissingPapers missing;
    private final Uploads uploads;
    private final Refusals refusals;

    PaperUploads(MissingPapers missing, Uploads uploads, Refusals refusals) {
        this.missing = missing;
        this.uploads = uploads;
        this.refusals = refusals;
    }

    @PostMapping("/deals/{number:S-\\d{4}-\\d{6}}/papers")
    String bring(Actor actor, @PathVariable CaseRef number, @RequestParam(required = false) MultipartFile file,
                 @RequestParam(required = false) String title, RedirectAttributes flash) {
        var brought = brought(missing, uploads, actor, number, file, title);
        if (brought.isDone()) {
            flash.addFlashAttribute("doneKey", "sale.papers.brought");
        } else if (Set.of(Refusal.Kind.FORBIDDEN, Refusal.Kind.NOT_FOUND).contains(brought.refusal().kind())) {
            orThrow(brought);
        } else {
            flash.addFlashAttribute("refused", refusals.text(brought.refusal()));
            flash.addFlashAttribute("refusedCode", brought.refusal().code());
            flash.addFlashAttribute("paperTitle", title);
        }
        return "redirect:/deals/" + number + "#papers";
    }

    /** Who may not bring anything is told so before the file is looked at. */
    static Outcome<BroughtPaper> brought(MissingPapers missing, Uploads uploads, Actor actor, CaseRef number, MultipartFile file, String title) {
        return missing.mayBring(actor, number).flatMap(view -> uploads.paper(file, MOST_BYTES))
                .flatMap(paper -> missing.bring(actor, number, new NewPaper(title, paper.type(), paper.content())));
    }
}
