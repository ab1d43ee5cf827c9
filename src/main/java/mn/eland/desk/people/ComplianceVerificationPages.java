package mn.eland.desk.people;

import mn.eland.edge.web.RefusedException;
import java.util.Optional;
import mn.eland.identity.Parties;
import mn.eland.identity.passport.Passports;
import mn.eland.identity.verification.Verifications;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A verification as compliance reads it; for everybody else it does not exist, for the party neither. */
@Controller
class ComplianceVerificationPages {

    /** The first byte of a PNG. */
    private static final byte PNG = (byte) 0x89;
    private static final String NUMBER = "{number:V-\\d{4}-\\d{6}}";

    private final Verifications verifications;
    private final Passports passports;
    private final Parties parties;

    ComplianceVerificationPages(Verifications verifications, Passports passports, Parties parties) {
        this.passports = passports;
        this.verifications = verifications;
        this.parties = parties;
    }

    @GetMapping("/compliance/verifications/" + NUMBER)
    String verification(Actor actor, @PathVariable CaseRef number, Model model) {
        forCompliance(actor);
        var found = verifications.find(number).orElseThrow(() -> new RefusedException(Refusal.notFound("PROOF_UNKNOWN")));
        model.addAttribute("found", found);
        model.addAttribute("passport", passports.of(number).orElse(null));
        model.addAttribute("party", parties.party(found.party()));
        return "desk/verification-found";
    }

    /** The page of a passport that was shown. */
    @GetMapping("/compliance/verifications/" + NUMBER + "/passport")
    ResponseEntity<byte[]> passport(Actor actor, @PathVariable CaseRef number) {
        forCompliance(actor);
        return picture(passports.page(number));
    }

    /** The face that it is compared with; kept until the decision. */
    @GetMapping("/compliance/verifications/" + NUMBER + "/face")
    ResponseEntity<byte[]> face(Actor actor, @PathVariable CaseRef number) {
        forCompliance(actor);
        return picture(verifications.face(number));
    }

    private static void forCompliance(Actor actor) {
        if (!actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD)) {
            throw new RefusedException(Refusal.notFound("PROOF_UNKNOWN"));
        }
    }

    private static ResponseEntity<byte[]> picture(Optional<byte[]> found) {
        var content = found.orElseThrow(() -> new RefusedException(Refusal.notFound("PROOF_UNKNOWN")));
        return ResponseEntity.ok().contentType(content[0] == PNG ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG)
                .header(HttpHeaders.CACHE_CONTROL, "no-store").body(content);
    }

    /** A verification has a page of its own. */
    @GetMapping("/deals/" + NUMBER)
    String deal(@PathVariable CaseRef number) {
        return "redirect:/compliance/verifications/" + number;
    }
}
