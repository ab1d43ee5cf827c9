package mn.eland.payment.release;

import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.payment.transfer.Answer;

/** A transfer is not booked; the step is tried again, and what it says is what the operator reads. */
public final class TransferPending extends RuntimeException {

    private TransferPending(String message) {
        super(message);
    }

    static TransferPending refused(CaseRef caseRef, Money amount, String toName, Answer.Refused refused) {
        return new TransferPending("%s: банк %s-ийг «%s»-д шилжүүлэхээс татгалзав (%s). Хүлээн авагчийн дансыг шалгаад дахин оролдоно уу. "
                .formatted(caseRef, amount, toName, refused.reason())
                + "The bank refused the transfer; check the receiver's account, then try again.");
    }

    static TransferPending unknown(CaseRef caseRef, Money amount, String toName, Answer.Unknown unknown) {
        return new TransferPending("%s: %s-ийг «%s»-д шилжүүлсэн эсэх нь тодорхойгүй байна (%s). Дансны хуулгаас дахин шалгана, давхар төлөхгүй. "
                .formatted(caseRef, amount, toName, unknown.why())
                + "Not known yet whether the transfer was booked; the statement will be asked, nothing is paid twice.");
    }

    static TransferPending held(CaseRef caseRef, Money amount, String toName, Answer.Held held) {
        return new TransferPending("%s: %s-ийг «%s»-д шилжүүлээгүй: банкны нэрийн шалгалт тохирсонгүй (%s). Эскроугийн ажилтан дансыг зална. "
                .formatted(caseRef, amount, toName, held.reason())
                + "Not sent: the bank does not confirm the holder of the account; an escrow officer corrects it.");
    }

    static TransferPending noAccount(CaseRef caseRef, String who) {
        return new TransferPending("%s: мөнгө хүлээн авах данс бүртгэгдээгүй байна (%s). There is no account to pay to."
                .formatted(caseRef, who));
    }
}
