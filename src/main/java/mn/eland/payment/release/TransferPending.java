package mn.eland.payment.release;

import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.payment.transfer.Answer;

/** A transfer is not booked; the step is tried again, and what it says is what the operator reads. */
public abstract sealed class TransferPending extends RuntimeException {

    private TransferPending(String message) {
        super(message);
    }

    static TransferPending refused(CaseRef caseRef, Money amount, String toName, Answer.Refused refused) {
        return new Refused("%s: банк %s-ийг «%s»-д шилжүүлэхээс татгалзав (%s). Хүлээн авагчийн дансыг шалгаад дахин оролдоно уу. "
                .formatted(caseRef, amount, toName, refused.reason())
                + "The bank refused the transfer; check the receiver's account, then try again.");
    }

    static TransferPending unknown(CaseRef caseRef, Money amount, String toName, Answer.Unknown unknown) {
        return new Unknown("%s: %s-ийг «%s»-д шилжүүлсэн эсэх нь тодорхойгүй байна (%s). Дансны хуулгаас дахин шалгана, давхар төлөхгүй. "
                .formatted(caseRef, amount, toName, unknown.why())
                + "Not known yet whether the transfer was booked; the statement will be asked, nothing is paid twice.");
    }

    static TransferPending held(CaseRef caseRef, Money amount, String toName, Answer.Held held) {
        if (held.reason().equals("ACCOUNT_CHANGED")) {
            return new Held("%s: %s-ийг «%s»-д шилжүүлээгүй: дансаа солих хүсэлт нь шийдэгдээгүй байна. Шийдэгдмэгц өөрөө үргэлжилнэ. "
                    .formatted(caseRef, amount, toName) + "Not sent: the receiver's account is being changed; it goes on by itself.");
        }
        return new Held("%s: %s-ийг «%s»-д шилжүүлээгүй: банкны нэрийн шалгалт тохирсонгүй (%s). Эскроугийн ажилтан дансыг зална. "
                .formatted(caseRef, amount, toName, held.reason())
                + "Not sent: the bank does not confirm the holder of the account; an escrow officer corrects it.");
    }

    static TransferPending noAccount(CaseRef caseRef, String who) {
        return new NoAccount("%s: мөнгө хүлээн авах данс бүртгэгдээгүй байна (%s). There is no account to pay to."
                .formatted(caseRef, who));
    }

    /** The bank said no; the receiver's account is to be checked. */
    static final class Refused extends TransferPending {
        private Refused(String message) {
            super(message);
        }
    }

    /** Sent and not answered; the statement will tell. */
    static final class Unknown extends TransferPending {
        private Unknown(String message) {
            super(message);
        }
    }

    /** Not sent, because the bank does not confirm who holds the account. */
    static final class Held extends TransferPending {
        private Held(String message) {
            super(message);
        }
    }

    /** Nowhere to pay to. */
    static final class NoAccount extends TransferPending {
        private NoAccount(String message) {
            super(message);
        }
    }
}
