package mn.eland.identity.spi;

import java.util.List;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;

/** A module with cases says which of them a person is still bound to. */
public interface LiveCases {

    /** Cases under way in which the person has a part, in any order. */
    List<CaseRef> of(PartyId person);
}
