package mn.eland.desk.people;

import mn.eland.edge.web.RefusedException;
import mn.eland.identity.Parties;
import mn.eland.identity.verification.Verifications;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A verification as compliance reads it; for everybody else it does not exist, for the party neither. */
@Controller
class ComplianceVerificationPages {

    private static final String NUMBER = "{number:V-\\d{4}-\\d{6}}";

    private final Verifications verifications;
    private final Parties parties;

    ComplianceVerificationPages(Verifications verifications, Parties parties) {
        this.verifications = verifications;
        this.parties = parties;
    }

    @GetMapping("/compliance/verifications/" + NUMBER)
    String verification(Actor actor, @PathVariable CaseRef number, Model model) {
        if (!actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD)) {
            throw new RefusedException(Refusal.notFound("PROOF_UNKNOWN"));
        }
        var found = verifications.find(number).orElseThrow(() -> new RefusedException(Refusal.notFound("PROOF_UNKNOWN")));
        model.addAttribute("found", found);
        model.addAttribute("party", parties.party(found.party()));
        return "desk/verification-found";
    }

    /** A verification has a page of its own. */
    @GetMapping("/deals/" + NUMBER)
    String deal(@PathVariable CaseRef number) {
        return "redirect:/compliance/verifications/" + number;
    }
}
