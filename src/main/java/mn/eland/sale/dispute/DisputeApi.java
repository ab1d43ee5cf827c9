package mn.eland.sale.dispute;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
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

/** Disputes over the money of a sale for programs; what people say in them are their tasks. */
@RestController
@RequestMapping("/api/v1/sales/{number:S-\\d{4}-\\d{6}}/disputes")
@Tag(name = "disputes")
class DisputeApi {

    private final Sales sales;
    private final Disputes disputes;

    DisputeApi(Sales sales, Disputes disputes) {
        this.sales = sales;
        this.disputes = disputes;
    }

    @GetMapping
    @Operation(summary = "Disputes of a sale, latest first, and how much the caller may dispute now")
    DisputeList list(Actor actor, @PathVariable CaseRef number) {
        RefusedException.orThrow(sales.sale(actor, SaleId.of(number)));
        var most = disputes.prospect(actor, SaleId.of(number)).map(Disputes.Prospect::most) instanceof Outcome.Done<Money> done ? done.value() : Money.ZERO;
        return new DisputeList(disputes.of(number).stream().map(one -> DisputeResource.of(one, disputes)).toList(), most.tugrug());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Opens a dispute: the sum is frozen, the sale goes on")
    DisputeResource open(Actor actor, @PathVariable CaseRef number, @RequestBody NewDispute dispute) {
        if (dispute.sumMnt() == null) {
            RefusedException.orThrow(disputes.prospect(actor, SaleId.of(number)));
            throw new RefusedException(Refusal.invalid("FIELD_REQUIRED", "sumMnt"));
        }
        return DisputeResource.of(RefusedException.orThrow(disputes.open(actor, SaleId.of(number), Money.of(dispute.sumMnt()), dispute.about())), disputes);
    }

    @PostMapping("/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The claimant withdraws the claim")
    void withdraw(Actor actor, @PathVariable CaseRef number) {
        RefusedException.orThrow(disputes.withdraw(actor, SaleId.of(number)));
    }

    record NewDispute(Long sumMnt, String about) {
    }

    /** @param mostMnt the largest sum the caller may dispute now; 0 when nothing may be disputed */
    record DisputeList(List<DisputeResource> disputes, long mostMnt) {
    }

    /** @param waitsFor task of the diagram that is open, PAYMENT while the money is on its way, or null when it has ended */
    record DisputeResource(int number, UUID claimant, UUID respondent, long sumMnt, String about, Instant openedAt, String reply,
                           Long offeredMnt, String outcome, Long toBuyerMnt, Long toSellerMnt, Instant endedAt, String waitsFor) {

        static DisputeResource of(Dispute one, Disputes disputes) {
            return new DisputeResource(one.number(), one.claimant().value(), one.respondent().value(), one.sum().tugrug(), one.about(),
                    one.openedAt(), one.reply(), tugrug(one.offered()), one.outcome(), tugrug(one.toBuyer()), tugrug(one.toSeller()),
                    one.endedAt(), one.isLive() ? disputes.waitsFor(one.sale()).orElse(null) : null);
        }

        private static Long tugrug(Money money) {
            return money == null ? null : money.tugrug();
        }
    }
}
