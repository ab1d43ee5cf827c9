package mn.eland.sale;

import java.time.Period;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.sale.Sales.Answer;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Tells the engine what happened in a sale. */
@Component
class SaleProcess {

    private final Workflow workflow;

    SaleProcess(Workflow workflow) {
        this.workflow = workflow;
    }

    SaleId nextId() {
        return SaleId.of(workflow.nextNumber('S'));
    }

    void offerMade(Sale sale, int validDays) {
        var people = sale.people();
        workflow.start("sellProperty", sale.caseRef(), Values.of(SaleVariables.SELLER, people.seller().toString())
                .with(SaleVariables.BUYER, people.buyer().toString())
                .with(SaleVariables.PROPERTY, sale.subject().property().toString())
                .with(SaleVariables.OBJECT_TYPE, sale.subject().objectType())
                .with(SaleVariables.OFFER_VALID, days(validDays))
                .with(SaleVariables.OFFER_VALIDITY, parameter("offer.validity"))
                .with(SaleVariables.DEPOSIT_PAY_WITHIN, parameter("deposit.payWithin"))
                .with(SaleVariables.COMPLETE_WITHIN, deadline(sale, "completeWithin"))
                .with(SaleVariables.REVIEW_SALE_WITHIN, deadline(sale, "reviewSaleWithin")));
    }

    /** True while the engine still waits for this side's answer. */
    boolean waitsForAnswer(Sale sale, boolean ofSeller) {
        return workflow.isOpen(sale.caseRef(), ofSeller ? "answerOffer" : "answerCounter");
    }

    void offerAnswered(Sale sale, Actor by, Answer answer, int validDays) {
        boolean seller = by.party().equals(sale.people().seller());
        var values = Values.of(seller ? SaleVariables.OFFER_ANSWER : SaleVariables.COUNTER_ANSWER, answer.name());
        workflow.complete(sale.caseRef(), seller ? "answerOffer" : "answerCounter", by,
                seller || answer != Answer.COUNTER ? values : values.with(SaleVariables.OFFER_VALID, days(validDays))).get();
    }

    private String deadline(Sale sale, String name) {
        return (String) ask("saleDeadlines", Map.of("objectType", sale.subject().objectType())).get(name);
    }

    /** Ends the sale where it stands. @return false when its process does not listen any more */
    boolean saleStopped(CaseRef sale, String endCode) {
        return workflow.tell(sale, "SaleStopped", Values.of(SaleVariables.END_CODE, endCode)).isDone();
    }

    /** A sale that is past the negotiation does not listen to this any more, and that is right. */
    void listingClosed(CaseRef sale) {
        workflow.tell(sale, "ListingClosed", Values.none());
    }

    boolean isOpen(Sale sale, String task) {
        return workflow.isOpen(sale.caseRef(), task);
    }

    Outcome<Void> riskReviewed(Sale sale, Actor by, String decision) {
        return workflow.complete(sale.caseRef(), "reviewRisk", by, Values.of(SaleVariables.RISK_REVIEW, decision));
    }

    void keysHandedOver(Sale sale, Actor by) {
        workflow.complete(sale.caseRef(), "handOverKeys", by, Values.none()).get();
    }

    void handoverAnswered(Sale sale, Actor by, boolean accepted) {
        workflow.complete(sale.caseRef(), "acceptHandover", by, Values.of(SaleVariables.HANDOVER_ACCEPTED, accepted)).get();
    }

    void defectsAnswered(Sale sale, Actor by, boolean retain) {
        workflow.complete(sale.caseRef(), "cureDefects", by, Values.of(SaleVariables.RETENTION_AGREED, retain)).get();
    }

    /** What a table would answer, for pages and documents; the first row. */
    Map<String, Object> ask(String table, Map<String, Object> inputs) {
        return workflow.decide(table, inputs).stream().findFirst().orElse(Map.of());
    }

    String parameter(String key) {
        return workflow.parameter(key);
    }

    int number(String key) {
        return Integer.parseInt(parameter(key));
    }

    int daysOf(String key) {
        return Period.parse(parameter(key)).getDays();
    }

    private static String days(int days) {
        return "P" + days + "D";
    }
}
