package mn.eland.contract.redline;

import java.util.UUID;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What changed from one version of a document to another. */
@Controller
class RedlinePages {

    private final Redlines redlines;

    RedlinePages(Redlines redlines) {
        this.redlines = redlines;
    }

    @GetMapping("/documents/{id}/changes")
    String changes(Actor reader, @PathVariable UUID id, @RequestParam(required = false) UUID from, Model model) {
        model.addAttribute("comparison", RefusedException.orThrow(redlines.between(from, id, reader)));
        return "contract/changes";
    }
}
