package mn.eland.desk.people;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import mn.eland.edge.web.Uploads;
import mn.eland.identity.verification.Act;
import mn.eland.identity.verification.SignOns;
import mn.eland.identity.verification.Standing;
import mn.eland.identity.verification.Verifications;
import mn.eland.kernel.Actor;
import mn.eland.kernel.PartyId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Proving who one is, for programs such as the one on a telephone. */
@RestController
@RequestMapping("/api/v1/verification")
@Tag(name = "verification")
class VerificationApi {

    private final Verifications verifications;
    private final SignOns signOns;
    private final Uploads uploads;

    VerificationApi(Verifications verifications, SignOns signOns, Uploads uploads) {
        this.verifications = verifications;
        this.signOns = signOns;
        this.uploads = uploads;
    }

    @GetMapping
    @Operation(summary = "Where the person stands and what it may do: LOOK, OFFER, SIGN, RECEIVE")
    StandingResource standing(Actor actor) {
        return StandingResource.of(verifications.standing(actor));
    }

    @PostMapping
    @Operation(summary = "Consents to the sign-on of the state and sends a picture of oneself: JPEG or PNG, the part \"face\" of a multipart form")
    StandingResource consent(Actor actor, @RequestParam(defaultValue = "false") boolean consent, @RequestParam(required = false) MultipartFile face) {
        orThrow(VerificationPages.picture(uploads, face).flatMap(picture -> verifications.consent(actor, consent, picture.content())));
        return standing(actor);
    }

    @PostMapping("/passport")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "A foreigner shows a passport: its two machine-readable lines, pictures of the page and of the face (JPEG or PNG)")
    StandingResource passport(Actor actor, @RequestParam(defaultValue = "false") boolean consent, @RequestParam(defaultValue = "") String mrz,
                              @RequestParam(required = false) MultipartFile page, @RequestParam(required = false) MultipartFile face) {
        orThrow(VerificationPages.pictures(uploads, page, face)
                .flatMap(both -> verifications.showPassport(actor, consent, mrz, both.page(), both.face())));
        return standing(actor);
    }

    @PostMapping("/sign-ons")
    @Operation(summary = "Begins the sign-on: the address to open in the browser of the person")
    SignOnResource begin(Actor actor) {
        return new SignOnResource(orThrow(signOns.begin(actor)));
    }

    @PostMapping("/returns")
    @Operation(summary = "What the browser came back with; works once")
    StandingResource back(Actor actor, @RequestBody Return back) {
        orThrow(signOns.back(actor, back.state(), back.code(), back.error()));
        return standing(actor);
    }

    @GetMapping("/companies")
    @Operation(summary = "The companies that the person leads, with where they stand")
    List<CompanyResource> companies(Actor actor) {
        return verifications.companies(actor).stream().map(one -> new CompanyResource(one.company().toString(), one.name(),
                StandingResource.of(one.standing()))).toList();
    }

    @PostMapping("/companies")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Lets the register of legal entities be asked about a company that the person leads")
    void company(Actor actor, @RequestBody CompanyConsent asked) {
        orThrow(verifications.consentForCompany(actor, new PartyId(asked.company()), asked.consent()));
    }

    /** @param state as the browser came back with it @param error instead of a code, or null */
    record Return(String state, String code, String error) {
    }

    /** @param address good for one return */
    record SignOnResource(URI address) {
    }

    record CompanyConsent(UUID company, boolean consent) {
    }

    record CompanyResource(String company, String name, StandingResource standing) {
    }

    /** As {@link Standing}; {@code running} is null when nothing is under way. */
    record StandingResource(Standing.State state, LocalDate validUntil, String running, Set<Act> permitted) {

        static StandingResource of(Standing standing) {
            return new StandingResource(standing.state(), standing.validUntil(), standing.running() == null ? null : standing.running().name(),
                    standing.permitted());
        }
    }
}
