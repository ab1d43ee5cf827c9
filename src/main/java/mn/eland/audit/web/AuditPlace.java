package mn.eland.audit.web;

import java.util.OptionalInt;
import mn.eland.audit.reading.AuditReader;
import mn.eland.edge.web.MenuPlace;
import mn.eland.kernel.Actor;
import org.springframework.stereotype.Component;

/** Leads auditors to the trail. */
@Component
class AuditPlace implements MenuPlace {

    @Override
    public String path() {
        return "/audit";
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String icon() {
        return "bi-shield-check";
    }

    @Override
    public OptionalInt waiting(Actor actor) {
        return AuditReader.isAuditor(actor) ? OptionalInt.of(0) : OptionalInt.empty();
    }
}
