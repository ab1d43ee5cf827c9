package mn.eland.desk.people;

import java.util.Set;
import java.util.UUID;
import mn.eland.edge.web.Papers;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.edge.web.Uploads;
import mn.eland.identity.verification.Act;
import mn.eland.identity.verification.SignOns;
import mn.eland.identity.verification.Verifications;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * "Verify who I am": consent and a picture, the way to the sign-on of the state and back, and the companies that one leads. The way out
 * is a link and no answer to a form, because a form may lead nowhere but here.
 */
@Controller
@RequestMapping("/verification")
class VerificationPages {

    static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");
    private static final String HERE = "redirect:/verification";

    private final Verifications verifications;
    private final SignOns signOns;
    private final Uploads uploads;
    private final Refusals refusals;

    VerificationPages(Verifications verifications, SignOns signOns, Uploads uploads, Refusals refusals) {
        this.verifications = verifications;
        this.signOns = signOns;
        this.uploads = uploads;
        this.refusals = refusals;
    }

    @GetMapping
    String standing(Actor actor, Model model) {
        model.addAttribute("standing", verifications.standing(actor));
        model.addAttribute("passport", verifications.showsPassport(actor));
        model.addAttribute("companies", verifications.companies(actor));
        model.addAttribute("acts", Act.values());
        return "desk/verification";
    }

    @PostMapping
    String consent(Actor actor, @RequestParam(defaultValue = "false") boolean consent, @RequestParam(required = false) MultipartFile face,
                   RedirectAttributes after) {
        return back(picture(uploads, face).flatMap(picture -> verifications.consent(actor, consent, picture.content())), "verification.consented", after);
    }

    /** A face on a photograph; a document is none. */
    static Outcome<Papers.Paper> picture(Uploads uploads, MultipartFile face) {
        return uploads.paper(face, MOST_BYTES).flatMap(paper -> PICTURES.contains(paper.type()) ? Outcome.done(paper)
                : Outcome.refused(Refusal.invalid("FACE_NOT_A_PICTURE", "face")));
    }

    @PostMapping("/passport")
    String passport(Actor actor, @RequestParam(defaultValue = "false") boolean consent, @RequestParam(defaultValue = "") String mrz,
                    @RequestParam(required = false) MultipartFile page, @RequestParam(required = false) MultipartFile face, RedirectAttributes after) {
        return back(pictures(uploads, page, face).flatMap(both -> verifications.showPassport(actor, consent, mrz, both.page, both.face)),
                "verification.passport.shown", after);
    }

    /** Of the page and of the person. */
    record Pictures(byte[] page, byte[] face) {
    }

    static Outcome<Pictures> pictures(Uploads uploads, MultipartFile page, MultipartFile face) {
        return picture(uploads, page).flatMap(first -> picture(uploads, face).map(second -> new Pictures(first.content(), second.content())));
    }

    @GetMapping("/sign-on")
    String signOn(Actor actor, RedirectAttributes after) {
        var way = signOns.begin(actor);
        return way.isDone() ? "redirect:" + way.get() : back(way, null, after);
    }

    @GetMapping("/callback")
    String callback(Actor actor, @RequestParam(required = false) String state, @RequestParam(required = false) String code,
                    @RequestParam(required = false) String error, RedirectAttributes after) {
        return back(signOns.back(actor, state, code, error), "verification.proven", after);
    }

    @PostMapping("/companies")
    String company(Actor actor, @RequestParam UUID company, @RequestParam(defaultValue = "false") boolean consent, RedirectAttributes after) {
        var asked = verifications.consentForCompany(actor, new PartyId(company), consent);
        if (!asked.isDone() && asked.refusal().code().equals("NOT_DIRECTOR")) {
            throw new RefusedException(asked.refusal());
        }
        return back(asked, "verification.company.asked", after);
    }

    private String back(Outcome<?> outcome, String doneKey, RedirectAttributes after) {
        if (outcome.isDone()) {
            after.addFlashAttribute("doneKey", doneKey);
        } else {
            after.addFlashAttribute("refused", refusals.text(outcome.refusal()));
            after.addFlashAttribute("refusedCode", outcome.refusal().code());
        }
        return HERE;
    }
}
