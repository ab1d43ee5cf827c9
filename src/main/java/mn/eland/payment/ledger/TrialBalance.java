package mn.eland.payment.ledger;

import java.util.List;
import mn.eland.kernel.Money;

/** Proof of the books. @param drifted accounts whose kept balance is not what their postings add up to */
public record TrialBalance(Money sum, List<String> accountsBelowZero, List<String> drifted, long journals) {

    public boolean isHealthy() {
        return sum.isZero() && accountsBelowZero.isEmpty() && drifted.isEmpty();
    }
}
