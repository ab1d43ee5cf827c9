package mn.eland.sale.watch;

/**
 * What ends a sale from outside, without anybody's fault.
 *
 * @param kind  what happened
 * @param paper number of the paper that shows it: death certificate, court decision, report of the emergency service
 * @param note  in words, 10 to 2000 characters
 */
public record Stop(Kind kind, String paper, String note) {

    /** The end code of the process is the kind in camel case; the table {@code depositOutcome} sees FORCE_MAJEURE (CC 221). */
    public enum Kind {
        PARTY_DIED("PartyDied"), PARTY_INCAPABLE("PartyIncapable"), PROPERTY_DESTROYED("PropertyDestroyed");

        private final String endCode;

        Kind(String endCode) {
            this.endCode = endCode;
        }

        public String endCode() {
            return endCode;
        }
    }
}
