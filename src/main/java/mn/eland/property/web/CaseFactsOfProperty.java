package mn.eland.property.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mn.eland.kernel.CaseRef;
import mn.eland.property.FilingView;
import mn.eland.property.PropertyRegister;
import mn.eland.property.PropertyView;
import mn.eland.property.TitleReading;
import mn.eland.property.title.TitleDesk;
import mn.eland.workflow.spi.TaskForm.Fact;
import mn.eland.workflow.spi.TaskForm.MessageKey;
import org.springframework.stereotype.Component;

/** What an agent needs to see of a property beside a form. */
@Component
class CaseFactsOfProperty {

    private final PropertyRegister register;
    private final TitleDesk desk;

    CaseFactsOfProperty(PropertyRegister register, TitleDesk desk) {
        this.register = register;
        this.desk = desk;
    }

    Optional<TitleReading> title(CaseRef caseRef) {
        return register.title(caseRef);
    }

    List<Fact> ofTitle(CaseRef caseRef) {
        var facts = new ArrayList<>(desk.propertyOf(caseRef).map(CaseFactsOfProperty::property).orElse(List.of()));
        title(caseRef).ifPresent(reading -> {
            if (reading.code() != null) {
                facts.add(new Fact("register.fact.found", new MessageKey("register.code." + reading.code()), "danger"));
            }
            facts.add(Fact.of("register.fact.owners", String.join(", ", reading.ownerNames())));
            facts.add(Fact.of("register.fact.regime", new MessageKey("register.regime." + reading.regime())));
            facts.add(Fact.of("register.fact.readAt", reading.readAt()));
        });
        return facts;
    }

    List<Fact> ofFiling(CaseRef caseRef) {
        var facts = new ArrayList<>(desk.propertyOf(caseRef).map(CaseFactsOfProperty::property).orElse(List.of()));
        var filings = register.filings(caseRef);
        if (!filings.isEmpty()) {
            var last = filings.get(filings.size() - 1);
            facts.addAll(filing(last));
            facts.add(Fact.of("register.fact.attempts", String.valueOf(filings.size())));
        }
        return facts;
    }

    private static List<Fact> property(PropertyView property) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("register.fact.registryNo", property.registryNo()));
        facts.add(Fact.of("register.fact.certificateNo", property.certificateNo()));
        if (property.parcelNo() != null) {
            facts.add(Fact.of("register.fact.parcelNo", property.parcelNo()));
        }
        facts.add(Fact.of("register.fact.address", property.address()));
        facts.add(Fact.of("register.fact.area", new MessageKey("register.area", property.areaM2())));
        return facts;
    }

    private static List<Fact> filing(FilingView filing) {
        var facts = new ArrayList<Fact>();
        if (filing.filingNo() != null) {
            facts.add(Fact.of("register.fact.filingNo", filing.filingNo()));
        }
        facts.add(new Fact("register.fact.filingState", new MessageKey("register.filing." + filing.state()),
                filing.state().equals("REFUSED") ? "danger" : "waiting"));
        facts.add(Fact.of("register.fact.filedAt", filing.filedAt()));
        if (filing.reason() != null) {
            facts.add(new Fact("register.fact.reason", filing.reason(), "danger"));
        }
        return facts;
    }
}
