package mn.eland.sale.papers;

import java.util.Map;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.notarization.Notarizations;
import mn.eland.payment.Payments;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** What the buyer pays beside the price, as the tables of fees decide, and to whom it goes. */
@Component
public class Charges {

    private final Workflow workflow;
    private final Payments payments;
    private final Notarizations notarizations;
    private final Introductions introductions;

    Charges(Workflow workflow, Payments payments, Notarizations notarizations, Introductions introductions) {
        this.workflow = workflow;
        this.payments = payments;
        this.notarizations = notarizations;
        this.introductions = introductions;
    }

    /** States the fees to the cashier; gives their sum. */
    public Money agree(CaseRef sale, Money price, boolean urgent) {
        var notary = fee("notaryFee", Map.of("valueMnt", price.tugrug()), "notaryFeeMnt");
        var registration = registration(urgent);
        payments.agreeFees(sale, notary, registration);
        return notary.plus(registration);
    }

    /** The fee of the state for registering a transfer. */
    public Money registration(boolean urgent) {
        return fee("registrationFee", Map.of("service", "SALE", "urgency", urgent ? "URGENT" : "NORMAL"), "registrationFeeMnt");
    }

    private Money fee(String table, Map<String, Object> inputs, String column) {
        return Money.of(((Number) workflow.decide(table, inputs).get(0).get(column)).longValue());
    }

    /** The sale is called off after the notary has certified its contract: the fee for the act is owed all the same. @return what is owed and was not set aside yet */
    public Money oweNotary(CaseRef sale) {
        var owed = owedToNotary(sale);
        if (owed.isPositive()) {
            introduceNotary(sale);
            payments.notaryActed(sale);
        }
        return owed;
    }

    /** What would be owed to the notary out of the buyer's money if the sale ended now. */
    public Money owedToNotary(CaseRef sale) {
        return notarizations.notarization(sale).filter(act -> act.state() == Notarizations.NotarizationView.State.CERTIFIED).isPresent()
                ? payments.owedToNotary(sale) : Money.ZERO;
    }

    /** The notary who has certified the contract is paid. */
    public void introduceNotary(CaseRef sale) {
        notarizations.notarization(sale).map(Notarizations.NotarizationView::notary)
                .ifPresent(notary -> introductions.toCashier(sale, Payments.Payee.NOTARY, notary));
    }
}
