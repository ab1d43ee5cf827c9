package mn.eland.payment.collection;

import java.util.Optional;
import java.util.regex.Pattern;
import mn.eland.payment.collection.ReceiptStore.Problem;
import mn.eland.payment.collection.ReceiptStore.ReceiptRow;
import mn.eland.payment.collection.ReceiptStore.State;
import mn.eland.payment.spi.PaymentGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Money the gateway hands on for a payment nobody has told us of. The line names the payment, so the gateway is asked whose it
 * is before anybody decides: sent elsewhere, it would be missing when the payment is heard of.
 */
@Component
class GatewaySettlements {

    private static final Logger LOG = LoggerFactory.getLogger(GatewaySettlements.class);
    private static final Pattern LINE = Pattern.compile("QPAY (\\S+)");

    private final PaymentGateway gateway;
    private final CollectionStore collections;
    private final ReceiptStore receipts;
    private final Receiving receiving;

    GatewaySettlements(PaymentGateway gateway, CollectionStore collections, ReceiptStore receipts, Receiving receiving) {
        this.gateway = gateway;
        this.collections = collections;
        this.receipts = receipts;
        this.receiving = receiving;
    }

    /** The number of the payment that a line of the statement hands on. */
    static Optional<String> payment(String description) {
        var line = LINE.matcher(String.valueOf(description));
        return line.matches() ? Optional.of(line.group(1)) : Optional.empty();
    }

    /** A line was booked: when its payment is not known it is asked for, once. */
    void arrived(String externalId) {
        receipts.byExternalId(externalId).filter(GatewaySettlements::isUnknown).ifPresent(receipt -> {
            try {
                isFound(receipt);
            } catch (PaymentGateway.Unavailable later) {
                LOG.info("QPay gives no answer about receipt {}: {}", receipt.id(), later.getMessage());
            }
        });
    }

    /** Nobody has told us of the payment, and the money has not gone elsewhere yet. */
    static boolean isUnknown(ReceiptRow receipt) {
        return receipt.problem() == Problem.WRONG_PAYMENT_NUMBER && (receipt.state() == State.WAITING || receipt.state() == State.RETURNING);
    }

    /**
     * Asks the gateway, and books the payment if it is on an invoice of ours. True when that has settled the receipt or a part of it.
     *
     * @throws PaymentGateway.Unavailable when the gateway gives no answer
     */
    boolean isFound(ReceiptRow receipt) {
        payment(receipt.description()).flatMap(gateway::payment).ifPresent(paid -> collections.byInvoice(paid.invoiceId()).ifPresent(collection ->
                receiving.fromGateway(collection, new PaymentGateway.Payment(paid.paymentId(), paid.amountTugrug(), paid.at(), null, null))));
        return !receipts.byExternalId(receipt.externalId()).equals(Optional.of(receipt));
    }
}
