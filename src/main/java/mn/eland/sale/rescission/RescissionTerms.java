package mn.eland.sale.rescission;

import java.util.Optional;
import mn.eland.kernel.CaseRef;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the parties of a sale have agreed on for its end. */
@Component
public class RescissionTerms {

    private final RescissionStore store;

    RescissionTerms(RescissionStore store) {
        this.store = store;
    }

    /** Per cent of the deposit for the seller, or empty when they have not agreed. */
    @Transactional(readOnly = true)
    public Optional<Integer> agreedPct(CaseRef sale) {
        return store.of(sale).stream().filter(proposal -> "ACCEPTED".equals(proposal.answer())).map(Rescission::sellerPct).findFirst();
    }
}
