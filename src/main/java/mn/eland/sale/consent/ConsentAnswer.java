package mn.eland.sale.consent;

import mn.eland.sale.consent.ConsentView.Paper;

/** @param paper what shows the answer of somebody the platform does not know, or null for one's own */
public record ConsentAnswer(Decision decision, String note, Paper paper) {

    /** GIVE means, for those with a right of priority, that they do not use it; BUY is theirs alone. */
    public enum Decision { GIVE, REFUSE, BUY }
}
