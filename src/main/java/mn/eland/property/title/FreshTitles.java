package mn.eland.property.title;

import java.util.Optional;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.property.PropertyView;
import mn.eland.property.TitleReading;
import org.springframework.stereotype.Component;

/** Fresh references outside any process, for those who watch over a case. */
@Component
public class FreshTitles {

    private final Titles titles;
    private final Filings filings;
    private final PropertyProcess process;

    FreshTitles(Titles titles, Filings filings, PropertyProcess process) {
        this.titles = titles;
        this.filings = filings;
        this.process = process;
    }

    /**
     * Asks the state register about the seller's title and decides by the table {@code titleCheck}; the case's own application at
     * the counter is no burden. Empty when the registrar has decided on that application, so that the register may speak of the buyer.
     *
     * @throws mn.eland.property.spi.RegistryUnavailable when register or counter do not answer
     */
    public Optional<TitleReading> again(CaseRef caseRef, PropertyView property, PartyId seller) {
        var reading = titles.read(caseRef, property, seller, Integer.parseInt(process.parameter("age.majority")));
        if (filings.isDecided(caseRef)) {
            return Optional.empty();
        }
        var row = process.titleCheck(filings.isPending(caseRef) ? reading.besidesOwnFiling() : reading);
        titles.decide(caseRef, property.id(), seller, (String) row.get("titleDecision"), (String) row.get("titleCode"));
        return titles.last(caseRef);
    }
}
