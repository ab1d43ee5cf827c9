package mn.eland.payment.spi;

import mn.eland.kernel.PartyId;

/** Who may be paid. A module that knows people gives one bean; one that says no is enough. */
public interface Receivers {

    /** False for a party of whom it is not proven who it is, or whom we do not deal with any more. */
    boolean mayReceive(PartyId party);
}
