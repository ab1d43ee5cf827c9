package mn.eland.edge.helpdesk;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import mn.eland.edge.web.Freshness;
import mn.eland.identity.recovery.FactorReset;
import mn.eland.identity.recovery.FactorReset.Paper;
import mn.eland.identity.recovery.HelpDesk;
import mn.eland.identity.recovery.LostFactors;
import mn.eland.kernel.Actor;
import mn.eland.kernel.PartyId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The desk of helpers for programs. */
@RestController
@RequestMapping("/api/v1/help-desk")
@Tag(name = "help desk")
class HelpDeskApi {

    private final HelpDesk desk;
    private final LostFactors factors;
    private final Ending ending;
    private final Freshness freshness;

    HelpDeskApi(HelpDesk desk, LostFactors factors, Ending ending, Freshness freshness) {
        this.desk = desk;
        this.factors = factors;
        this.ending = ending;
        this.freshness = freshness;
    }

    @PostMapping("/searches")
    @Operation(summary = "The account of an e-mail address or of the name of an account")
    HelpDesk.Account search(Actor helper, @RequestBody Name name) {
        return orThrow(desk.find(helper, name.name() == null ? "" : name.name()));
    }

    @PostMapping("/people/{person}/sessions/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends all sessions and tokens of a person, who is told")
    void endSessions(Actor helper, @PathVariable UUID person, @RequestBody Reason reason) {
        orThrow(ending.sessions(helper, new PartyId(person), reason.reason()));
    }

    @PostMapping("/people/{person}/shut-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Closes the account of somebody who worked here")
    void shutOut(Actor admin, @PathVariable UUID person, @RequestBody Reason reason) {
        orThrow(ending.account(admin, new PartyId(person), reason.reason()));
    }

    @GetMapping("/resets")
    @Operation(summary = "Second steps that wait for a second helper to take them off")
    List<FactorReset> resets(Actor helper) {
        return orThrow(factors.open(helper));
    }

    @PostMapping("/people/{person}/second-step")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "The first helper has seen the paper of somebody who lost the second step")
    FactorReset ask(Actor helper, @PathVariable UUID person, @RequestBody Seen seen) {
        orThrow(desk.find(helper, new PartyId(person)));
        orThrow(freshness.required());
        return orThrow(factors.ask(helper, new PartyId(person), seen.paper() == null ? Paper.ID_CARD
                : seen.paper(), seen.registerNumber(), seen.note()));
    }

    @PostMapping("/resets/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The second helper, another one, takes the second step off or refuses")
    void decide(Actor helper, @PathVariable UUID id, @RequestBody Decision decision) {
        orThrow(ending.decide(helper, id, decision.approves(), decision.registerNumber(), decision.note()));
    }

    /** @param name an e-mail address, or the name of an account */
    record Name(String name) {
    }

    record Reason(String reason) {
    }

    /** @param registerNumber as it stands on the paper */
    record Seen(Paper paper, String registerNumber, String note) {
    }

    /** @param registerNumber as it stands on the paper; asked for when {@code approves} is true */
    record Decision(boolean approves, String registerNumber, String note) {
    }
}
