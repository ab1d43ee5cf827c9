package mn.eland.sale.risk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.sale.Sales.SaleView;
import mn.eland.sale.suspicion.Suspicions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** What speaks against a sale, for compliance; for everybody else, and for whoever takes part, the page does not exist. */
@Controller
@Tag(name = "sales")
class RiskPages {

    private static final String NUMBER = "/{number:S-\\d{4}-\\d{6}}";

    private final Sales sales;
    private final Assessments assessments;
    private final Suspicions suspicions;

    RiskPages(Sales sales, Assessments assessments, Suspicions suspicions) {
        this.sales = sales;
        this.assessments = assessments;
        this.suspicions = suspicions;
    }

    @GetMapping("/compliance/sales" + NUMBER)
    String risk(Actor actor, @PathVariable CaseRef number, Model model) {
        model.addAttribute("sale", open(actor, number));
        var all = assessments.of(number);
        var latest = all.isEmpty() ? null : all.get(0);
        model.addAttribute("latest", latest);
        model.addAttribute("earlier", all.isEmpty() ? all : all.subList(1, all.size()));
        model.addAttribute("drawing", latest == null ? null : GraphDrawing.of(latest.graph()));
        model.addAttribute("reports", suspicions.of(number));
        return "sale/risk";
    }

    @GetMapping("/api/v1/sales" + NUMBER + "/risk")
    @ResponseBody
    @Operation(summary = "Assessments of the risk with their evidence, latest first; for compliance")
    RiskResource risk(Actor actor, @PathVariable CaseRef number) {
        open(actor, number);
        return new RiskResource(number.number(), assessments.of(number), suspicions.of(number).stream().map(report -> report.number().number()).toList());
    }

    private SaleView open(Actor actor, CaseRef number) {
        var sale = RefusedException.orThrow(sales.sale(actor, SaleId.of(number)));
        var party = RefusedException.orThrow(sales.as(actor, sale.id())).party();
        boolean takesPart = List.of(sale.seller(), sale.buyer()).contains(party) || actor.party().equals(sale.agent());
        if (takesPart || !actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD)) {
            throw new RefusedException(Refusal.notFound("SALE_UNKNOWN"));
        }
        return sale;
    }

    /** @param reports numbers of the matters opened for the sale */
    record RiskResource(String number, List<Assessment> assessments, List<String> reports) {
    }
}
