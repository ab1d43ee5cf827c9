package mn.eland.payment.release;

import mn.eland.payment.transfer.Answer;
import mn.eland.payment.transfer.Order;
import mn.eland.payment.transfer.Transfers;
import org.springframework.stereotype.Component;

/** Pays for a step: done, or an exception that makes the engine try again. */
@Component
class Payouts {

    private final Transfers transfers;

    Payouts(Transfers transfers) {
        this.transfers = transfers;
    }

    /** The bank's journal number; {@link TransferPending} while there is none. */
    String pay(Order order) {
        var answer = transfers.carryOut(order);
        if (answer instanceof Answer.Booked booked) {
            return booked.journalNo();
        }
        if (answer instanceof Answer.Held held) {
            throw TransferPending.held(order.caseRef(), order.amount(), order.toName(), held);
        }
        throw answer instanceof Answer.Refused refused
                ? TransferPending.refused(order.caseRef(), order.amount(), order.toName(), refused)
                : TransferPending.unknown(order.caseRef(), order.amount(), order.toName(), (Answer.Unknown) answer);
    }
}
