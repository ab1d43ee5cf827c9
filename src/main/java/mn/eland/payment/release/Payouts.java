package mn.eland.payment.release;

import mn.eland.payment.transfer.Answer;
import mn.eland.payment.transfer.Order;
import mn.eland.payment.transfer.Transfers;
import org.springframework.stereotype.Component;

/** Pays for a step: done, or an exception that makes the engine try again. */
@Component
class Payouts {

    private final Transfers transfers;
    private final Freezing freezing;

    Payouts(Transfers transfers, Freezing freezing) {
        this.transfers = transfers;
        this.freezing = freezing;
    }

    /** Pays, but nothing new leaves a frozen case; what is under way is past freezing and followed to its end. {@link TransferPending} until then. */
    Paid pay(Order order) {
        return !transfers.isUnderWay(order.key()) && freezing.isFrozen(order.caseRef()) ? Paid.KEPT : new Paid(carriedOut(order), false);
    }

    /** Whether the order with this key has left or is on its way. */
    boolean isUnderWay(String key) {
        return transfers.isUnderWay(key);
    }

    private String carriedOut(Order order) {
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
