package mn.eland.workflow.outage;

import org.springframework.context.annotation.Import;

/** The door of outages for slices of other modules. */
@Import({Outages.class, OutageStore.class})
public class OutagesSlice {
}
