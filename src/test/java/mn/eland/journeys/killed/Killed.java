package mn.eland.journeys.killed;

import java.util.List;

/** Outside calls of a sale in the middle of which the application is killed, in the order in which they are put under way. */
public enum Killed {

    MARRIAGE("xyp WS100104", "OFFERED", "ACCEPT", "bring CHECKED"),
    TITLE("xyp WS100201", "OFFERED", "ACCEPT", "bring CHECKED"),
    CERTIFICATE("xyp WS100253", "OFFERED", "ACCEPT", "bring CHECKED"),
    DEATH("xyp WS100133", "OFFERED", "ACCEPT", "bring CHECKED"),
    CITIZEN("xyp WS100101", "OFFERED", "ACCEPT", "bring CHECKED"),
    INVOICE("qpay createInvoice", "DEPOSIT_ASKED", "ASK_FOR_QR", "bring INVOICED"),
    /** Before any question about the state of an application: whoever asks it holds the application, and who takes it back would wait. */
    WITHDRAWN("registry withdraw", "FILED", "STOP", "stop CALLED_OFF"),
    ANSWER("registry status", "FILED", "REGISTER", "wait HANDOVER"),
    NOTARY("xyp WS101105", "NOTARY", "CERTIFY", "wait TAX"),
    CODE("notary code", "NOTARY", "CERTIFY", "wait TAX"),
    FILING("registry file", "NOTARY", "CERTIFY", "wait REGISTRATION"),
    TAX("khan transferInterbank", "NOTARY", "CERTIFY", "wait REGISTRATION"),
    PAYOUT("khan transferDomestic", "RELEASE", "APPROVE", "wait COMPLETED"),
    REFUND("khan transferDomestic", "FUNDING", "WITHDRAW", "wait CALLED_OFF"),
    NAME("khan nameCheck", "FUNDING", "WITHDRAW", "wait CALLED_OFF"),
    SEARCHED("khan statement", "FUNDING", "WITHDRAW_UNANSWERED", "wait CALLED_OFF"),
    CANCELLED("qpay cancelInvoice", "INVOICED", "WITHDRAW", "wait CALLED_OFF"),
    STATEMENT("khan statementAfter", "DEPOSIT_ASKED", "PAY_BY_BANK", "wait FUNDING"),
    LISTED("qpay listPayments", "INVOICED", "PAY_QR", "wait FUNDING"),
    CALLBACK("qpay checkPayment", "INVOICED", "PAY_QR", "wait FUNDING"),
    PAYER("qpay getPayment", "INVOICED", "PAY_QR_UNHEARD", "wait FUNDING");

    /** What stands for the others where time is short: every system, and everything that moves money or a title. */
    public static final List<Killed> THAT_MATTER_MOST = List.of(MARRIAGE, TITLE, CITIZEN, INVOICE, ANSWER, NOTARY, FILING, TAX, PAYOUT, REFUND,
            STATEMENT, CALLBACK);

    private static final List<String> WAY = List.of("OFFERED", "CHECKED", "DEPOSIT_ASKED", "INVOICED", "FUNDING", "NOTARY", "TAX",
            "REGISTRATION", "FILED", "HANDOVER", "RELEASE");

    private final String call;
    private final String place;
    private final String act;
    private final String goesOn;

    /**
     * @param call   system and operation
     * @param place  where the sale stands before
     * @param act    what somebody does, on behalf of which the call is made
     * @param goesOn how the sale goes on by itself, or with what the deal asks of people next
     */
    Killed(String call, String place, String act, String goesOn) {
        this.call = call;
        this.place = place;
        this.act = act;
        this.goesOn = goesOn;
    }

    public String call() {
        return call;
    }

    String place() {
        return place;
    }

    String act() {
        return act;
    }

    String goesOn() {
        return goesOn;
    }

    /** Whose account decides by which road a refund goes; null where it does not matter. */
    String buyer() {
        return this == REFUND ? "nomin" : this == SEARCHED ? "enkhjin" : null;
    }

    /** How far its sale has come in the end; negative when it is over. */
    int reached() {
        return WAY.indexOf(goesOn.split(" ")[1]);
    }

    int standsAt() {
        return WAY.indexOf(place);
    }
}
