package mn.eland.payment.collection;

import java.time.Instant;
import java.util.List;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments.CollectionView;
import org.springframework.stereotype.Component;

/** What came in for a collection, for the payer to keep. */
@Component
public class Receipts {

    private final ReceiptStore store;

    Receipts(ReceiptStore store) {
        this.store = store;
    }

    /** @param number what the outside system calls the payment; @param back what was or will be given back */
    public record ReceiptView(Instant at, String channel, String number, Money amount, Money accepted, Money back, boolean returned) {
    }

    public List<ReceiptView> of(CollectionView collection) {
        return store.ofCase(collection.caseRef()).stream().filter(row -> collection.id().equals(row.collection()))
                .map(row -> new ReceiptView(row.at(), row.channel(), row.externalId().replaceFirst("^\\w+:", ""), row.amount(),
                        row.accepted(), row.excess(), row.state() == ReceiptStore.State.RETURNED)).toList();
    }
}
