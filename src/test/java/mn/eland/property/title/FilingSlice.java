package mn.eland.property.title;

import org.springframework.context.annotation.Import;

/** Applications at the counter with their store, for slices of the application. */
@Import({Filings.class, FilingStore.class})
public class FilingSlice {
}
