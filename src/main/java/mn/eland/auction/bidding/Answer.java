package mn.eland.auction.bidding;

/** What a bidder is told. An accepted bid is binding (Civil Code 195.5), stands in the log and can no longer be taken back. */
public enum Answer {
    /** Accepted, and nobody has bid more. */
    LEADING(true),
    /** Accepted, but somebody's limit was as high before, or is higher. The price rose: bid more. */
    OUTBID(true),
    /** Accepted unread: keep the key and open the bid after the close. */
    SEALED(true),
    /** The opened bid is what was sealed and takes part. */
    REVEALED(true),
    /** The opened bid is what was sealed, but below the start price or above the most: it does not take part, the bond comes back. */
    REVEALED_UNFIT(true),
    /** Below the least that counts now: bid at least that. */
    TOO_LOW(false),
    /** Far above the value of the lot: look for a zero too many. */
    TOO_HIGH(false),
    /** Not open yet: bid from the time of opening on. */
    TOO_EARLY(false),
    /** The lot is closed: nothing can be done. */
    TOO_LATE(false),
    /** The lot was withdrawn before the hammer: nobody buys it, the deposit comes back. */
    WITHDRAWN(false),
    /** Not admitted to this lot: ask the auctioneer. */
    NOT_ADMITTED(false),
    /** Leads already with this limit or a higher one, or has a sealed bid or an opened one already: nothing to be done. */
    OWN_BID(false),
    /** The opened bid is not what was sealed: check the amount and the key and open it again in time. */
    NOT_AS_SEALED(false),
    /** Nothing was sealed before the close. */
    NOTHING_SEALED(false),
    /** The lot is sold in another way: an open bid for a sealed lot, or the other way round. */
    OTHER_FORMAT(false),
    /** The key of this request belongs to another one: send it again with a new key. */
    KEY_TAKEN(false);

    private final boolean accepted;

    Answer(boolean accepted) {
        this.accepted = accepted;
    }

    /** Whether it stands in the log of the lot. */
    public boolean isAccepted() {
        return accepted;
    }
}
