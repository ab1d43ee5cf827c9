package mn.eland.auction.bidding;

/** How bidders compete for a lot. */
public enum Format {
    /** Everybody sees the price rise; the limits behind it stay secret. */
    OPEN,
    /** Sealed, opened together; the highest pays what it bid. */
    SEALED_FIRST,
    /** Sealed, opened together; the highest pays what the second highest bid. */
    SEALED_SECOND;

    public boolean isSealed() {
        return this != OPEN;
    }
}
