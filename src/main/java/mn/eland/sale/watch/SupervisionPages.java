package mn.eland.sale.watch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Refusal;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Freezing, unfreezing and stopping a sale from its page and for programs. */
@Controller
@Tag(name = "sales")
class SupervisionPages {

    private static final String SALE = "/deals/{number:S-\\d{4}-\\d{6}}";

    private final Sales sales;

    SupervisionPages(Sales sales) {
        this.sales = sales;
    }

    @PostMapping(SALE + "/freeze")
    String freeze(Actor actor, @PathVariable CaseRef number, @RequestParam(required = false) String reason, RedirectAttributes flash) {
        RefusedException.orThrow(sales.freeze(actor, SaleId.of(number), reason));
        flash.addFlashAttribute("doneKey", "sale.deal.frozenNow");
        return "redirect:/deals/" + number;
    }

    @PostMapping(SALE + "/unfreeze")
    String unfreeze(Actor actor, @PathVariable CaseRef number, @RequestParam(required = false) String note, RedirectAttributes flash) {
        RefusedException.orThrow(sales.unfreeze(actor, SaleId.of(number), note));
        flash.addFlashAttribute("doneKey", "sale.deal.unfrozen");
        return "redirect:/deals/" + number;
    }

    @PostMapping(SALE + "/stop")
    String stop(Actor actor, @PathVariable CaseRef number, @RequestParam(required = false) String kind,
                @RequestParam(required = false) String paper, @RequestParam(required = false) String note, RedirectAttributes flash) {
        RefusedException.orThrow(sales.stop(actor, SaleId.of(number), new Stop(kind(kind), paper, note)));
        flash.addFlashAttribute("doneKey", "sale.deal.stopped");
        return "redirect:/deals/" + number;
    }

    @PostMapping("/api/v1/sales/{number:S-\\d{4}-\\d{6}}/freeze")
    @ResponseStatus(org.springframework.http.HttpStatus.NO_CONTENT)
    @Operation(summary = "Freezes the sale at its next gate; for compliance")
    void freeze(Actor actor, @PathVariable CaseRef number, @RequestBody NewFreeze freeze) {
        RefusedException.orThrow(sales.freeze(actor, SaleId.of(number), freeze.reason()));
    }

    @PostMapping("/api/v1/sales/{number:S-\\d{4}-\\d{6}}/unfreeze")
    @ResponseStatus(org.springframework.http.HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends the freeze of the sale wherever it stands; for the head of compliance")
    void unfreeze(Actor actor, @PathVariable CaseRef number, @RequestBody Unfreezing unfreezing) {
        RefusedException.orThrow(sales.unfreeze(actor, SaleId.of(number), unfreezing.note()));
    }

    @PostMapping("/api/v1/sales/{number:S-\\d{4}-\\d{6}}/stop")
    @ResponseStatus(org.springframework.http.HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends the sale for a death, an incapacity or the loss of the property; for its agent and operators")
    void stop(Actor actor, @PathVariable CaseRef number, @RequestBody NewStop stop) {
        RefusedException.orThrow(sales.stop(actor, SaleId.of(number), new Stop(kind(stop.kind()), stop.paper(), stop.note())));
    }

    private static Stop.Kind kind(String name) {
        for (var kind : Stop.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new RefusedException(Refusal.invalid("FIELD_REQUIRED", "kind"));
    }

    record NewFreeze(String reason) {
    }

    /** @param note why, for compliance only */
    record Unfreezing(String note) {
    }

    record NewStop(String kind, String paper, String note) {
    }
}
