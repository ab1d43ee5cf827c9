package mn.eland.sale.handover;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import mn.eland.contract.Contracts;
import mn.eland.contract.Contracts.DocumentView;
import mn.eland.contract.DocumentKind;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.sale.SaleEvent;
import mn.eland.sale.deal.Deals;
import mn.eland.sale.handover.Warranty.Defects;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Watches over the terms in which a buyer may claim defects, and says in time that one of them ends. */
@Component
@Transactional
public class Warranties {

    private final WarrantyStore store;
    private final Deals deals;
    private final Contracts contracts;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    Warranties(WarrantyStore store, Deals deals, Contracts contracts, Workflow workflow, ApplicationEventPublisher events, ElandClock clock) {
        this.store = store;
        this.deals = deals;
        this.contracts = contracts;
        this.workflow = workflow;
        this.events = events;
        this.clock = clock;
    }

    /** Opens the process "Watch a warranty"; once for each sale. */
    void open(CaseRef sale) {
        var number = workflow.nextNumber('W');
        if (store.open(new Warranty(number, sale, takenOver(sale), agreed(sale)))) {
            workflow.start("watchWarranty", number, Values.none());
        }
    }

    /** The terms run from the day that the act of handover names. */
    private LocalDate takenOver(CaseRef sale) {
        return facts(sale, DocumentKind.HANDOVER_ACT).get("handedOverOn") instanceof LocalDate day ? day : clock.today();
    }

    /** What the contract of the sale promises; the table for what it does not say. */
    private Map<Defects, String> agreed(CaseRef sale) {
        var contract = facts(sale, DocumentKind.SALE_CONTRACT);
        var terms = new EnumMap<Defects, String>(Defects.class);
        for (var defects : Defects.values()) {
            terms.put(defects, contract.get(defects.fact()) instanceof String term ? term : parameter(defects.parameter()));
        }
        return terms;
    }

    private Map<String, Object> facts(CaseRef sale, DocumentKind kind) {
        return contracts.document(sale, kind).map(DocumentView::id).map(contracts::facts).orElse(Map.of());
    }

    private String parameter(String key) {
        return workflow.parameter(key);
    }

    /** When to remind of each term: early enough to look at the property and to write to the seller. */
    Values plan(CaseRef number) {
        var warranty = warranty(number);
        var notice = parameter("warranty.noticeBefore");
        var today = clock.today();
        return Values.of(WarrantyVariables.VISIBLE_REMINDER_IN, warranty.remindIn(Defects.VISIBLE, notice, today))
                .with(WarrantyVariables.HIDDEN_REMINDER_IN, warranty.remindIn(Defects.HIDDEN, notice, today))
                .with(WarrantyVariables.BUILDING_REMINDER_IN, warranty.remindIn(Defects.BUILDING, notice, today));
    }

    /** Tells the buyer which term ends, when, and what to do before. */
    void remind(CaseRef number, Defects defects) {
        var warranty = warranty(number);
        events.publishEvent(new SaleEvent.WarrantyEnding(warranty.sale(), deals.deal(warranty.sale()).buyer(), defects.name(),
                warranty.ends(defects), clock.instant()));
    }

    @Transactional(readOnly = true)
    Optional<CaseRef> saleOf(CaseRef number) {
        return store.find(number).map(Warranty::sale);
    }

    private Warranty warranty(CaseRef number) {
        return store.find(number).orElseThrow();
    }
}
