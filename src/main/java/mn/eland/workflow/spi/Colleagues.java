package mn.eland.workflow.spi;

import java.util.Set;
import mn.eland.kernel.PartyId;

/** Tells which candidate groups a person belongs to, so that a task is handed on only within its group. */
public interface Colleagues {

    Set<String> groupsOf(PartyId person);
}
