package mn.eland.contract;

/** Why a document was taken back; message key {@code contract.void.<reason>}. */
public enum VoidReason {
    /** The time to accept it ran out. */
    NOT_ACCEPTED,
    /** The notary's entry that it certifies was voided. */
    ENTRY_VOID,
    /** The deal it belongs to was called off. */
    CASE_CALLED_OFF
}
