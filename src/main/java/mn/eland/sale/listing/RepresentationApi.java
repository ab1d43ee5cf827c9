package mn.eland.sale.listing;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import mn.eland.edge.web.RefusedException;
import mn.eland.identity.Parties;
import mn.eland.identity.Parties.Basis;
import mn.eland.identity.Parties.Representation;
import mn.eland.kernel.Actor;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Papers by which one acts for another, for programs: the same door as the page. */
@RestController
@RequestMapping("/api/v1/representations")
@Tag(name = "representations")
class RepresentationApi {

    private final Parties parties;

    RepresentationApi(Parties parties) {
        this.parties = parties;
    }

    @GetMapping
    @Operation(summary = "For whom the caller may act today, and by which paper")
    List<PaperResource> mine(Actor actor) {
        return parties.representedBy(actor.party()).stream().map(this::resource).toList();
    }

    @GetMapping("/given")
    @Operation(summary = "The powers of attorney in force that the caller, or whom the caller represents by law, has given")
    List<PaperResource> given(Actor actor) {
        return parties.givenBy(actor.party()).stream().map(this::resource).toList();
    }

    @PostMapping("/revocations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a power of attorney back; for its giver, its holder and who saw the original")
    void revoke(Actor actor, @RequestBody Revocation paper) {
        given("holder", paper.holder());
        given("principal", paper.principal());
        given("paperNo", paper.paperNo());
        orThrow(parties.revoke(actor, new PartyId(paper.holder()), new PartyId(paper.principal()), paper.paperNo().strip()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Records a paper whose original the caller has seen; for agents, notaries and operators")
    PaperResource record(Actor actor, @RequestBody NewPaper paper) {
        if (!actor.isAnyOf(Role.AGENT, Role.NOTARY, Role.OPERATOR)) {
            throw new RefusedException(Refusal.forbidden("PAPER_NOT_YOURS"));
        }
        given("basis", paper.basis());
        given("paperNo", paper.paperNo());
        given("givenOn", paper.givenOn());
        var representation = new Representation(party("holder", paper.holder()), party("principal", paper.principal()), paper.basis(),
                paper.paperNo().strip(), paper.givenOn(), paper.validUntil());
        orThrow(parties.empower(actor, representation));
        return resource(representation);
    }

    private PartyId party(String field, String registerNo) {
        given(field, registerNo);
        return parties.registered(registerNo.strip().toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new RefusedException(Refusal.invalid("PARTY_UNKNOWN", field)));
    }

    private static void given(String field, Object value) {
        if (value == null || value.toString().isBlank()) {
            throw new RefusedException(Refusal.invalid("FIELD_REQUIRED", field));
        }
    }

    private PaperResource resource(Representation paper) {
        return new PaperResource(paper.principal().value(), parties.party(paper.principal()).shortName(), paper.holder().value(),
                paper.basis(), paper.paperNo(), paper.givenOn(), paper.validUntil());
    }

    /** @param principal and @param holder by their register numbers; @param validUntil null for an office without end */
    record NewPaper(String principal, String holder, Basis basis, String paperNo, LocalDate givenOn, LocalDate validUntil) {
    }

    record Revocation(UUID holder, UUID principal, String paperNo) {
    }

    record PaperResource(UUID principal, String principalName, UUID holder, Basis basis, String paperNo, LocalDate givenOn,
                         LocalDate validUntil) {
    }
}
