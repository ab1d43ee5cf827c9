package mn.eland.sale.refusal;

import static mn.eland.kernel.Outcome.refused;

import java.util.List;
import java.util.Map;
import mn.eland.contract.brought.BroughtPaper;
import mn.eland.contract.brought.BroughtPapers;
import mn.eland.contract.brought.BroughtPapers.NewPaper;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.sale.SaleEvent;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.sale.Sales.SaleView;
import mn.eland.sale.deal.Deals;
import mn.eland.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * While the agent puts right what the notary or the registrar sent back, the parties bring the papers that they have: to the deal, where
 * the agent and the notary read them. While the property is handed over they bring photographs of how it is, and of its defects.
 */
@Component
@Transactional
public class MissingPapers {

    private static final List<String> TASKS = List.of("fixDocuments", "fixFiling");
    private static final List<String> HANDOVER = List.of("handOverKeys", "acceptHandover", "cureDefects", "confirmCure");

    private final Sales sales;
    private final Deals deals;
    private final BroughtPapers papers;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    MissingPapers(Sales sales, Deals deals, BroughtPapers papers, Workflow workflow, ApplicationEventPublisher events, ElandClock clock) {
        this.sales = sales;
        this.deals = deals;
        this.papers = papers;
        this.workflow = workflow;
        this.events = events;
        this.clock = clock;
    }

    /** What was brought, oldest first, for everybody who may see the sale. */
    @Transactional(readOnly = true)
    public Outcome<List<BroughtPaper>> of(Actor reader, CaseRef sale) {
        return sales.sale(reader, SaleId.of(sale)).map(view -> papers.of(sale));
    }

    /**
     * Done for the parties, who represents them, and the agent while papers are asked for or the property is handed over. Refused with {@code NOT_A_PARTY}, or with
     * {@code PAPERS_NOT_ASKED} otherwise.
     */
    @Transactional(readOnly = true)
    public Outcome<SaleView> mayBring(Actor reader, CaseRef sale) {
        return sales.as(reader, SaleId.of(sale)).flatMap(actor -> sales.sale(actor, SaleId.of(sale)).flatMap(view -> {
            if (!List.of(view.seller(), view.buyer()).contains(actor.party()) && !actor.party().equals(view.agent())) {
                return refused(Refusal.forbidden("NOT_A_PARTY"));
            }
            return isAnyOpen(sale, TASKS) || isHandedOver(sale) ? Outcome.done(view) : refused(Refusal.conflict("PAPERS_NOT_ASKED"));
        }));
    }

    private boolean isAnyOpen(CaseRef sale, List<String> tasks) {
        return tasks.stream().anyMatch(task -> workflow.isOpen(sale, task));
    }

    /** True from the keys to the cure of the last defect: what is brought now shows the property. */
    @Transactional(readOnly = true)
    public boolean isHandedOver(CaseRef sale) {
        return isAnyOpen(sale, HANDOVER);
    }

    /** A paper is brought and the agent told. Refused as {@link #mayBring} and {@link BroughtPapers#bring}. */
    Outcome<BroughtPaper> bring(Actor reader, CaseRef sale, NewPaper paper) {
        return mayBring(reader, sale).flatMap(view -> {
            deals.hold(sale);
            var actor = sales.as(reader, SaleId.of(sale)).get();
            int before = papers.of(sale).size();
            return papers.bring(actor, sale, paper).map(brought -> {
                if (papers.of(sale).size() > before) {
                    written(actor, view, brought);
                }
                return brought;
            });
        });
    }

    private void written(Actor actor, SaleView view, BroughtPaper brought) {
        deals.note(brought.caseRef(), "paperBrought", actor.name(), Map.of("title", brought.title()), null);
        if (view.agent() != null && !view.agent().equals(actor.party())) {
            events.publishEvent(new SaleEvent.PaperBrought(brought.caseRef(), view.agent(), actor.name(), brought.title(), clock.instant()));
        }
    }
}
