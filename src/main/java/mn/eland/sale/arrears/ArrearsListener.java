package mn.eland.sale.arrears;

import mn.eland.payment.PaymentEvent.MoneyReceived;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears of money in the transaction that books it: the days until then bear interest on what was missing. */
@Component
class ArrearsListener {

    private final Arrears arrears;

    ArrearsListener(Arrears arrears) {
        this.arrears = arrears;
    }

    @EventListener
    void on(MoneyReceived received) {
        arrears.received(received);
    }
}
