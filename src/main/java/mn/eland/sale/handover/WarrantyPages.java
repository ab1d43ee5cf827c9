package mn.eland.sale.handover;

import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A warranty has no page of its own: it belongs to its sale. */
@Controller
class WarrantyPages {

    private final Warranties warranties;

    WarrantyPages(Warranties warranties) {
        this.warranties = warranties;
    }

    @GetMapping("/deals/{number:W-\\d{4}-\\d{6}}")
    String deal(@PathVariable CaseRef number) {
        return "redirect:/deals/" + warranties.saleOf(number)
                .orElseThrow(() -> new RefusedException(Refusal.notFound("SALE_UNKNOWN")));
    }
}
