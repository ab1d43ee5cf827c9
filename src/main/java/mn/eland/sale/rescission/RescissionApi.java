package mn.eland.sale.rescission;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Refusal;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Proposals to end a sale for programs. A proposal is accepted as a document is. */
@RestController
@RequestMapping("/api/v1/sales/{number:S-\\d{4}-\\d{6}}/rescissions")
@Tag(name = "sales")
class RescissionApi {

    private final Sales sales;
    private final Rescissions rescissions;

    RescissionApi(Sales sales, Rescissions rescissions) {
        this.sales = sales;
        this.rescissions = rescissions;
    }

    @GetMapping
    @Operation(summary = "Proposals to end the sale, latest first")
    List<RescissionResource> list(Actor actor, @PathVariable CaseRef number) {
        RefusedException.orThrow(sales.sale(actor, SaleId.of(number)));
        return rescissions.of(number).stream().map(RescissionResource::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Proposes to end the sale; the other party accepts the document or refuses")
    RescissionResource propose(Actor actor, @PathVariable CaseRef number, @RequestBody NewRescission proposal) {
        if (proposal.sellerPct() == null) {
            RefusedException.orThrow(rescissions.prospect(actor, SaleId.of(number)));
            throw new RefusedException(Refusal.invalid("FIELD_REQUIRED", "sellerPct"));
        }
        return RescissionResource.of(RefusedException.orThrow(rescissions.propose(actor, SaleId.of(number), proposal.sellerPct(), proposal.reason())));
    }

    @PostMapping("/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The other party refuses; the sale goes on")
    void refuse(Actor actor, @PathVariable CaseRef number) {
        RefusedException.orThrow(rescissions.refuse(actor, SaleId.of(number)));
    }

    @PostMapping("/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The proposer takes the proposal back")
    void takeBack(Actor actor, @PathVariable CaseRef number) {
        RefusedException.orThrow(rescissions.takeBack(actor, SaleId.of(number)));
    }

    /** @param sellerPct per cent of the deposit for the seller: 0 gives it back whole, 100 lets the seller keep it */
    record NewRescission(Integer sellerPct, String reason) {
    }

    record RescissionResource(int number, UUID proposer, UUID other, int sellerPct, String reason, UUID document, Instant proposedAt,
                              Instant until, String answer) {

        static RescissionResource of(Rescission one) {
            return new RescissionResource(one.number(), one.proposer().value(), one.other().value(), one.sellerPct(), one.reason(),
                    one.document(), one.proposedAt(), one.until(), one.answer());
        }
    }
}
