package mn.eland.contract.web;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import mn.eland.contract.Contracts;
import mn.eland.contract.Contracts.DocumentView;
import mn.eland.edge.web.Refusals;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.workflow.spi.CaseFacts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A document to read and, for its signers, to accept: read, ask for the code, type the code, done. */
@Controller
@RequestMapping("/documents/{id}")
class DocumentPages {

    private final Contracts contracts;
    private final Refusals refusals;
    private final ObjectProvider<CaseFacts> people;

    DocumentPages(Contracts contracts, Refusals refusals, ObjectProvider<CaseFacts> people) {
        this.contracts = contracts;
        this.refusals = refusals;
        this.people = people;
    }

    @GetMapping
    String read(Actor reader, @PathVariable UUID id, Model model) {
        var actor = contracts.as(id, reader);
        var document = RefusedException.orThrow(contracts.read(id, actor));
        var versions = contracts.versions(id);
        model.addAttribute("document", document);
        model.addAttribute("acting", actor);
        model.addAttribute("lines", Summary.of(contracts.facts(id)));
        model.addAttribute("bindsKey", Summary.bindsKey(document.kind()));
        model.addAttribute("formalities", contracts.formalities(id).orElse(null));
        model.addAttribute("text", contracts.text(id));
        model.addAttribute("signatures", signatures(document, actor));
        model.addAttribute("mayAccept", document.state().equals("VALID") && document.missing().contains(actor.party()));
        model.addAttribute("codeSent", contracts.holdsCode(id, actor));
        model.addAttribute("hasVersions", versions.size() > 1);
        model.addAttribute("newest", versions.get(versions.size() - 1).id());
        model.addAttribute("url", contracts.verificationUrl(document.verificationCode()));
        return "contract/document";
    }

    private List<Signature> signatures(DocumentView document, Actor reader) {
        var given = document.acceptances().stream().map(acceptance -> new Signature(name(acceptance.signer()),
                acceptance.signer().equals(reader.party()), acceptance.at(), acceptance.device(),
                reader.isStaff() ? acceptance.address() : null, acceptance.proxy())).toList();
        var awaited = document.missing().stream()
                .map(signer -> new Signature(name(signer), signer.equals(reader.party()), null, null, null, null)).toList();
        return java.util.stream.Stream.concat(given.stream(), awaited.stream()).toList();
    }

    private String name(PartyId party) {
        return people.stream().flatMap(module -> module.nameOf(party).stream()).findFirst().orElse(null);
    }

    @GetMapping("/pdf")
    ResponseEntity<InputStreamResource> pdf(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean download) {
        var document = RefusedException.orThrow(contracts.read(id, actor));
        return answer(document, contracts.pdf(id), download);
    }

    static ResponseEntity<InputStreamResource> answer(DocumentView document, InputStream pdf, boolean download) {
        var disposition = (download ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(document.number().replace('/', '-') + ".pdf").build();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).eTag(document.fileSha256())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=0, must-revalidate").body(new InputStreamResource(pdf));
    }

    @PostMapping("/code")
    String requestCode(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean understood,
                       RedirectAttributes flash) {
        var outcome = understood ? contracts.requestCode(id, actor)
                : Outcome.<Void>refused(Refusal.invalid("NOT_READ", "understood"));
        tell(outcome, "contract.accept.sent", flash);
        return "redirect:/documents/" + id + "#accept";
    }

    @PostMapping("/accept")
    String accept(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String code, RedirectAttributes flash) {
        var outcome = contracts.accept(id, actor, code, Requests.evidence());
        tell(outcome, "contract.accept.done", flash);
        return "redirect:/documents/" + id + (outcome.isDone() ? "" : "#accept");
    }

    private void tell(Outcome<?> outcome, String doneKey, RedirectAttributes flash) {
        if (outcome.isDone()) {
            flash.addFlashAttribute("doneKey", doneKey);
        } else if (outcome.refusal().kind() == Refusal.Kind.NOT_FOUND) {
            throw new RefusedException(outcome.refusal());
        } else {
            flash.addFlashAttribute("refused", refusals.text(outcome.refusal()));
            flash.addFlashAttribute("refusedCode", outcome.refusal().code());
        }
    }

    /** @param at null while awaited; @param address for staff only; @param proxy who signed in the signer's stead, or null */
    record Signature(String name, boolean own, java.time.Instant at, String device, String address, Actor.Proxy proxy) {
    }
}
