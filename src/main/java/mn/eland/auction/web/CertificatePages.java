package mn.eland.auction.web;

import static mn.eland.edge.web.RefusedException.orThrow;

import java.util.Set;
import mn.eland.auction.Auctions;
import mn.eland.auction.admission.Admissions;
import mn.eland.auction.lot.Lots;
import mn.eland.audit.sealing.SealKey;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Refusal;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The proof of how an auction went, for those who took part, and the program that checks it, for everybody. */
@Controller
@RequestMapping("/auctions")
class CertificatePages {

    private static final Set<String> PROGRAMS = Set.of("eland_auction_verify.py", "eland_audit_verify.py");

    private final Lots lots;
    private final Admissions admissions;
    private final Auctions auctions;
    private final SealKey key;

    CertificatePages(Lots lots, Admissions admissions, Auctions auctions, SealKey key) {
        this.lots = lots;
        this.admissions = admissions;
        this.auctions = auctions;
        this.key = key;
    }

    /** Limits stand in it: for bidders with a paddle, the seller's side and auctioneers, once the hammer has fallen. */
    @GetMapping("/{number:A-\\d{4}-\\d{6}}/certificate")
    ResponseEntity<byte[]> certificate(Actor actor, @PathVariable CaseRef number) {
        var lot = orThrow(lots.lot(actor, number));
        boolean tookPart = lots.mayRun(actor, lot) || admissions.mine(actor, number).filter(mine -> mine.paddle() != null).isPresent();
        if (!tookPart) {
            throw new RefusedException(Refusal.forbidden("NOT_ADMITTED"));
        }
        if (!lot.state().isPublic()) {
            throw new RefusedException(Refusal.conflict("CERTIFICATE_NOT_YET"));
        }
        var file = auctions.certificate(lot.id(), key).orElseThrow(() -> new RefusedException(Refusal.conflict("CERTIFICATE_NOT_YET")));
        return named("eland-auction-" + number + ".jsonl", new MediaType("application", "jsonl")).body(file);
    }

    @GetMapping("/verifier/{program}")
    ResponseEntity<ClassPathResource> verifier(@PathVariable String program) {
        if (!PROGRAMS.contains(program)) {
            throw new RefusedException(Refusal.notFound("PROGRAM_UNKNOWN"));
        }
        return named(program, new MediaType("text", "x-python")).body(new ClassPathResource("verifier/" + program));
    }

    private static ResponseEntity.BodyBuilder named(String file, MediaType type) {
        return ResponseEntity.ok().contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file).build().toString());
    }
}
