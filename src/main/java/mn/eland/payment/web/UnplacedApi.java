package mn.eland.payment.web;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Refusal;
import mn.eland.payment.Payments.Purpose;
import mn.eland.payment.collection.Findings;
import mn.eland.payment.collection.Findings.FindingView;
import mn.eland.payment.collection.Unplaced;
import mn.eland.payment.collection.Unplaced.UnplacedView;
import mn.eland.payment.release.HeldPayouts;
import mn.eland.payment.transfer.Holds.Hold;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The officers' work list of money for programs: the same doors as its page. */
@RestController
@RequestMapping("/api/v1/payments/unplaced")
@Tag(name = "payments")
class UnplacedApi {

    private final Unplaced unplaced;
    private final Findings findings;
    private final HeldPayouts held;

    UnplacedApi(Unplaced unplaced, Findings findings, HeldPayouts held) {
        this.unplaced = unplaced;
        this.findings = findings;
        this.held = held;
    }

    @GetMapping
    @Operation(summary = "Money without a place, lines of the statement to clear, pay-outs that are held")
    WorkList list(Actor actor) {
        return new WorkList(orThrow(unplaced.list(actor)).stream().map(MoneyResource::of).toList(),
                orThrow(unplaced.findings(actor)).stream().map(FindingResource::of).toList(), held.list(actor).stream().map(HoldResource::of).toList());
    }

    @PostMapping("/{id}/place")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Counts the money for a payment of a sale")
    void place(Actor actor, @PathVariable long id, @RequestBody Place place) {
        if (!CaseRef.isCaseNumber(place.sale()) || place.purpose() == null) {
            throw new RefusedException(Refusal.invalid("REFERENCE_INVALID", "sale"));
        }
        orThrow(unplaced.place(actor, id, CaseRef.of(place.sale()), place.purpose()));
    }

    @PostMapping("/{id}/give-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sends the money back to an account of whoever paid it")
    void giveBack(Actor actor, @PathVariable long id, @RequestBody Receiver receiver) {
        orThrow(unplaced.giveBack(actor, id, receiver.name(), receiver.iban()));
    }

    @PostMapping("/findings/{record}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Clears a line of the statement with a note")
    void clear(Actor actor, @PathVariable long record, @RequestBody Note note) {
        orThrow(findings.clear(actor, record, note.note() == null ? "" : note.note()));
    }

    @PostMapping("/payouts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Names the account that a held pay-out goes to")
    void payTo(Actor actor, @PathVariable long id, @RequestBody Receiver receiver) {
        orThrow(held.correct(actor, id, receiver.iban() == null ? "" : receiver.iban()));
    }

    record Place(String sale, Purpose purpose) {
    }

    record Receiver(String name, String iban) {
    }

    record Note(String note) {
    }

    record WorkList(List<MoneyResource> money, List<FindingResource> findings, List<HoldResource> held) {
    }

    record HoldResource(long id, String caseNumber, String toName, long amountMnt, String reason, Instant since) {

        static HoldResource of(Hold hold) {
            return new HoldResource(hold.id(), hold.caseRef().number(), hold.toName(), hold.amount().tugrug(), hold.reason().name(), hold.since());
        }
    }

    record MoneyResource(long id, Instant at, String channel, long amountMnt, String problem, String caseNumber, String payerName,
                         String virtualAccount, String description, boolean returning) {

        static MoneyResource of(UnplacedView one) {
            return new MoneyResource(one.id(), one.at(), one.channel(), one.amount().tugrug(), one.problem(),
                    one.caseRef() == null ? null : one.caseRef().number(), one.payerName(), one.virtualAccount(), one.description(), one.returning());
        }
    }

    /** @param orderedMnt what had been ordered where the bank booked another sum, else null */
    record FindingResource(long record, Instant at, boolean incoming, long amountMnt, Long orderedMnt, String problem, String description) {

        static FindingResource of(FindingView one) {
            return new FindingResource(one.record(), one.at(), one.incoming(), one.amount().tugrug(),
                    one.ordered() == null ? null : one.ordered().tugrug(), one.problem(), one.description());
        }
    }
}
