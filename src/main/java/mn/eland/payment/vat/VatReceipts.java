package mn.eland.payment.vat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.payment.PaymentEvent.VatReceiptIssued;
import mn.eland.payment.Payments.CollectionView;
import mn.eland.payment.VatReceiptView;
import mn.eland.payment.spi.PaymentGateway;
import mn.eland.payment.spi.PaymentGateway.VatReceipt;
import mn.eland.payment.vat.VatReceiptStore.Due;
import mn.eland.workflow.outage.Outages;
import mn.eland.workflow.outage.Round;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receipts of the tax office for fees paid by QR. The deal never waits for one: it is asked for until it is there. The tax
 * office wants lottery numbers kept nowhere but on the receipt, so they are forgotten when it has been read.
 */
@Component
public class VatReceipts {

    private static final Logger LOG = LoggerFactory.getLogger(VatReceipts.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 10;
    private static final Duration SHOWN_FOR = Duration.ofDays(30);

    private final VatReceiptStore store;
    private final PaymentGateway gateway;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Outages outages;
    private final ElandClock clock;

    VatReceipts(VatReceiptStore store, PaymentGateway gateway, ApplicationEventPublisher events, TransactionTemplate transaction,
                Outages outages, ElandClock clock) {
        this.store = store;
        this.gateway = gateway;
        this.events = events;
        this.transaction = transaction;
        this.outages = outages;
        this.clock = clock;
    }

    /** A fee was paid whole: its receipt is asked for by the next look. */
    public void due(String paymentId, UUID collection) {
        store.due(paymentId, collection);
    }

    /** The receipt of a collection, made or still to come; empty where none is due. */
    public Optional<VatReceiptView> of(CollectionView collection) {
        return store.of(collection.id());
    }

    /** Asks for those that are missing, each time after a longer pause. */
    public void makeDue() {
        outages.round("vatReceipts", this::makeDue);
    }

    private void makeDue(Round round) {
        for (var due : store.due()) {
            try {
                keep(due, gateway.vatReceipt(due.paymentId(), due.named().company(), due.named().number()));
                round.answered();
            } catch (PaymentGateway.Unavailable e) {
                round.failed(e);
                LOG.warn("No VAT receipt for payment {} yet: {}", due.paymentId(), e.getMessage());
                store.failed(due, FIRST_PAUSE.multipliedBy(1L << Math.min(due.tries(), MOST_DOUBLINGS)), e.getMessage());
            }
        }
    }

    /** Takes the pause away from those that failed. */
    public void hurry() {
        store.hurry();
    }

    private void keep(Due due, VatReceipt made) {
        transaction.executeWithoutResult(together -> {
            var at = clock.instant();
            if (store.keep(due, made, at)) {
                events.publishEvent(new VatReceiptIssued(due.caseRef(), due.payer(), Money.of(made.amountTugrug()),
                        Money.of(made.vatTugrug()), made.number(), made.lottery(), at, at.plus(SHOWN_FOR)));
            }
        });
    }

    /** Forgets lottery numbers that had their time to be read. */
    public void forgetRead() {
        store.forget(clock.instant().minus(SHOWN_FOR));
    }
}
