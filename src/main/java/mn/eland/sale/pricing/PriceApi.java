package mn.eland.sale.pricing;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import mn.eland.edge.web.EditTag;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The asking price of a listing for calls of its seller and agent. */
@RestController
@RequestMapping("/api/v1/properties/{number}")
@Tag(name = "properties")
class PriceApi {

    private final PriceChanges changes;

    PriceApi(PriceChanges changes) {
        this.changes = changes;
    }

    @GetMapping("/price")
    @Operation(summary = "What is asked, what may be asked at once, and what waits for another agent; the ETag names the version to edit")
    ResponseEntity<PriceResource> price(Actor actor, @PathVariable String number) {
        return answer(HttpStatus.OK, orThrow(changes.terms(actor, listing(number))));
    }

    /** 200 when the price counts at once, 202 when another agent has to approve it. */
    @PatchMapping
    @Operation(summary = "Asks another price; If-Match names the version it is made on (428 without, 412 when it has changed)")
    ResponseEntity<PriceResource> change(Actor actor, @PathVariable String number, @RequestBody Change change,
                                         @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String ifMatch) {
        var listing = listing(number);
        var terms = orThrow(changes.terms(actor, listing));
        if (change.priceMnt() == null) {
            throw new RefusedException(Refusal.invalid("PRICE_INVALID", "priceMnt"));
        }
        var asked = orThrow(changes.ask(actor, listing, Money.of(change.priceMnt()), EditTag.seen(ifMatch, terms.version())));
        return answer(asked.isWaiting() ? HttpStatus.ACCEPTED : HttpStatus.OK, orThrow(changes.terms(actor, listing)));
    }

    @PostMapping("/price/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes back the price that waits for another agent")
    void takeBack(Actor actor, @PathVariable String number) {
        orThrow(changes.takeBack(actor, listing(number)));
    }

    private static ResponseEntity<PriceResource> answer(HttpStatus status, PriceTerms terms) {
        return ResponseEntity.status(status).header(HttpHeaders.ETAG, EditTag.of(terms.version())).body(PriceResource.of(terms));
    }

    private static CaseRef listing(String number) {
        if (!CaseRef.isCaseNumber(number)) {
            throw new RefusedException(Refusal.notFound("LISTING_UNKNOWN").with("number", number));
        }
        return CaseRef.of(number);
    }

    /** @param priceMnt the new price in whole tögrög */
    record Change(Long priceMnt) {
    }

    /** @param state AT_ONCE, WAITING, APPROVED, SENT_BACK, TAKEN_BACK, DROPPED; @param reason why it was sent back */
    record ChangeResource(long fromMnt, long toMnt, String byName, Instant at, String state, String reason) {

        static ChangeResource of(PriceChange change) {
            return new ChangeResource(change.from().tugrug(), change.to().tugrug(), change.byName(), change.at(), change.state(), change.reason());
        }
    }

    record Point(Instant since, long priceMnt) {
    }

    /** @param approvedMnt, leastMnt and mostMnt null for a draft that nobody has looked at: any price counts at once */
    record PriceResource(String listing, long priceMnt, Long approvedMnt, int marginPct, Long leastMnt, Long mostMnt, ChangeResource waiting,
                         List<ChangeResource> changes, List<Point> history) {

        static PriceResource of(PriceTerms terms) {
            return new PriceResource(terms.listing().number().number(), terms.listing().price().tugrug(), tugrug(terms.approved()), terms.marginPct(),
                    tugrug(terms.least()), tugrug(terms.most()), terms.waiting() == null ? null : ChangeResource.of(terms.waiting()),
                    terms.changes().stream().map(ChangeResource::of).toList(),
                    terms.history().stream().map(point -> new Point(point.since(), point.price().tugrug())).toList());
        }

        private static Long tugrug(Money money) {
            return money == null ? null : money.tugrug();
        }
    }
}
