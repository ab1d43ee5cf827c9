package mn.eland.payment.transfer;

/** What became of a transfer. */
public sealed interface Answer {

    /** The bank has booked it. */
    record Booked(String journalNo) implements Answer {
    }

    /** The bank will not do it; the money is free again. */
    record Refused(String reason) implements Answer {
    }

    /** It was not sent: an escrow officer has to clear the receiver's account first. */
    record Held(String reason) implements Answer {
    }

    /** Nobody knows yet; the statement will be asked. */
    record Unknown(String why) implements Answer {
    }
}
