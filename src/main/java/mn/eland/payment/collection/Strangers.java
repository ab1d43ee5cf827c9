package mn.eland.payment.collection;

import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments.Payee;
import mn.eland.payment.collection.ReceiptStore.Incoming;
import mn.eland.payment.transfer.NameChecks;
import mn.eland.workflow.Workflow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the payer's own money from money of somebody else, and how much of the latter counts without compliance. */
@Component
class Strangers {

    private static final String LIMIT = "escrow.thirdParty.threshold";

    private final JdbcClient jdbc;
    private final Workflow workflow;

    Strangers(JdbcClient jdbc, Workflow workflow) {
        this.jdbc = jdbc;
        this.workflow = workflow;
    }

    private record Payer(String name, String iban) {
    }

    /** The payer's verified account, or any account in the payer's name, is no stranger's. Null when we do not know the payer. */
    Boolean isStranger(CaseRef caseRef, Incoming incoming) {
        var payer = jdbc.sql("select name, iban from payment.beneficiaries where case_no = ? and payee = ?")
                .params(caseRef.number(), Payee.BUYER.name()).query(Payer.class).optional();
        if (payer.isEmpty() || incoming.payerAccount() == null) {
            return null;
        }
        return !payer.get().iban().equals(incoming.payerAccount()) && !NameChecks.sameHolder(payer.get().name(), incoming.payerName());
    }

    /** Above this compliance looks at the payer before the money counts. */
    boolean isAboveLimit(Money amount) {
        var limit = workflow.parameter(LIMIT);
        return amount.compareTo(Money.of(Long.parseLong(limit))) > 0;
    }
}
