package mn.eland.payment;

import java.util.Set;
import mn.eland.payment.PaymentEvent.EscrowFunded;
import mn.eland.payment.PaymentEvent.MoneyRefunded;
import mn.eland.payment.PaymentEvent.MoneyReleased;
import mn.eland.payment.transfer.TransferBooked;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** One line per reaction. */
@Component
class PaymentListener {

    private static final Set<String> RELEASES = Set.of("SELLER_PAID", "SHARE_PAID", "BROKER_PAID", "DISPUTE_RELEASED", "PAYMENT_SENT_AGAIN");

    private static final Set<String> REFUNDS = Set.of("REFUND_PAID", "DISPUTE_REFUNDED", "REFUND_SENT_AGAIN");

    private final PaymentProcess process;
    private final ApplicationEventPublisher events;

    PaymentListener(PaymentProcess process, ApplicationEventPublisher events) {
        this.process = process;
        this.events = events;
    }

    @ApplicationModuleListener
    void on(EscrowFunded funded) {
        process.escrowFunded(funded.caseRef(), funded.purpose());
    }

    /** In the transaction that books: the news is told when, and only when, it is true. */
    @EventListener
    void on(TransferBooked booked) {
        if (booked.party() != null && RELEASES.contains(booked.kind())) {
            events.publishEvent(new MoneyReleased(booked.caseRef(), booked.party(), booked.amount(), booked.at()));
        } else if (booked.party() != null && REFUNDS.contains(booked.kind())) {
            events.publishEvent(new MoneyRefunded(booked.caseRef(), booked.party(), booked.amount(), booked.at()));
        }
    }
}
