package mn.eland.payment.transfer;

/** Names of the bookings of money that came back and was sent again; what was paid the first time stays paid in the books. */
final class Kinds {

    private Kinds() {
    }

    static String cameBack(String kind) {
        return family(kind) + "_CAME_BACK";
    }

    static String sentAgain(String kind) {
        return family(kind) + "_SENT_AGAIN";
    }

    private static String family(String kind) {
        return switch (kind) {
            case "REFUND_PAID", "DISPUTE_REFUNDED", "REFUND_SENT_AGAIN" -> "REFUND";
            case "RECEIPT_RETURNED", "EXCESS_SENT_AGAIN" -> "EXCESS";
            default -> "PAYMENT";
        };
    }
}
