package mn.eland.payment.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mn.eland.payment.collection.Findings.Problem;
import mn.eland.payment.spi.PaymentGateway.ListedPayment;
import org.springframework.stereotype.Component;

/** Holds the books against the gateway's own list of payments. */
@Component
class GatewayComparison {

    private final Booked books;

    GatewayComparison(Booked books) {
        this.books = books;
    }

    List<Difference> compare(LocalDate day, List<ListedPayment> listed) {
        var differences = new ArrayList<Difference>();
        for (var payment : listed) {
            var id = "qpay:" + payment.paymentId();
            var receipt = books.receipt(id);
            if (receipt.isEmpty()) {
                differences.add(new Difference(Problem.QPAY_NOT_BOOKED, id, null, payment.amountTugrug(), null, payment.invoiceId()));
            } else if (receipt.get().amount() != payment.amountTugrug()) {
                differences.add(new Difference(Problem.QPAY_DIFFERS, id, receipt.get().amount(), payment.amountTugrug(), null,
                        payment.invoiceId()));
            }
        }
        Map<String, ListedPayment> known = listed.stream()
                .collect(Collectors.toMap(payment -> "qpay:" + payment.paymentId(), Function.identity(), (one, other) -> one));
        books.receipts("QPAY", day).stream().filter(receipt -> !known.containsKey(receipt.externalId())).forEach(receipt ->
                differences.add(Difference.of(Problem.QPAY_NOT_AT_GATEWAY, receipt.externalId(), receipt.amount(), null)));
        return differences;
    }
}
