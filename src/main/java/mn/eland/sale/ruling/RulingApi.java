package mn.eland.sale.ruling;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.workflow.Ruling;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Rulings for programs, each person as much as on the page of the deal. */
@RestController
@Tag(name = "sales")
class RulingApi {

    private final Sales sales;
    private final PropertyRegister register;
    private final DealRulings rulings;
    private final MessageSource messages;

    RulingApi(Sales sales, PropertyRegister register, DealRulings rulings, MessageSource messages) {
        this.sales = sales;
        this.register = register;
        this.rulings = rulings;
        this.messages = messages;
    }

    @GetMapping("/api/v1/sales/{number:S-\\d{4}-\\d{6}}/rulings")
    @Operation(summary = "Why something was refused and what alone would let it pass; for staff which rule of which table decided")
    RulingsResource rulings(Actor actor, @PathVariable CaseRef number) {
        return resource(rulings.of(actor, RefusedException.orThrow(sales.sale(actor, SaleId.of(number)))));
    }

    @GetMapping("/api/v1/properties/{number:L-\\d{4}-\\d{6}}/rulings")
    @Operation(summary = "Why a listing was refused or halted and what alone would let it pass; for staff which rule of which table decided")
    RulingsResource ofListing(Actor actor, @PathVariable CaseRef number) {
        return resource(rulings.of(actor, RefusedException.orThrow(register.listing(actor, number))));
    }

    private RulingsResource resource(DealRulings.View view) {
        return new RulingsResource(view.plain().stream().map(this::told).toList(), view.full());
    }

    private RefusedResource told(DealRulings.Refused refused) {
        return new RefusedResource(text(refused.reasonKey()), refused.within(), refused.at(),
                refused.enough().stream().map(hint -> text(hint.key(), hint.amount())).toList());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
    }

    /** @param tables for staff of the sale, newest first */
    record RulingsResource(List<RefusedResource> refused, List<Ruling> tables) {
    }

    /** @param withinDays to mend it, or null; @param enough each of them alone would do */
    record RefusedResource(String reason, Integer withinDays, Instant at, List<String> enough) {
    }
}
