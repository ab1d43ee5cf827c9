package mn.eland.audit.catching;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import mn.eland.audit.AuditTrail;
import mn.eland.audit.Deed;
import mn.eland.audit.Deed.Kind;
import mn.eland.audit.Deed.Outcome;
import mn.eland.audit.Doer;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.SmartApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Records every event of every module in the transaction that publishes it, without knowing any: an event is a record, its
 * {@link CaseRef} says the case, each {@link PartyId} whom it is about, and one named {@code principal} in whose stead.
 */
@Component
class EventRecorder implements SmartApplicationListener {

    private static final String HOUSE = "mn.eland.";

    private final AuditTrail trail;
    private final Acts acts;

    EventRecorder(AuditTrail trail, Acts acts) {
        this.trail = trail;
        this.acts = acts;
    }

    @Override
    public boolean supportsEventType(Class<? extends ApplicationEvent> type) {
        return PayloadApplicationEvent.class.isAssignableFrom(type);
    }

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        var happened = ((PayloadApplicationEvent<?>) event).getPayload();
        if (happened.getClass().isRecord() && happened.getClass().getName().startsWith(HOUSE)) {
            write(happened);
        }
    }

    private void write(Object happened) {
        CaseRef caseRef = null;
        var about = new LinkedHashSet<PartyId>();
        for (var part : happened.getClass().getRecordComponents()) {
            var value = value(part, happened);
            caseRef = caseRef == null && value instanceof CaseRef ref ? ref : caseRef;
            about.addAll(people(value));
            if (value instanceof PartyId principal && part.getName().equals("principal")) {
                acts.current().ifPresent(act -> act.isInsteadOf(principal));
            }
        }
        var act = acts.current();
        var on = caseRef;
        act.filter(one -> on != null).ifPresent(one -> one.isOn(on));
        var by = act.map(RequestedAct::doer).orElse(Doer.PLATFORM);
        about.remove(by.person());
        trail.record(new Deed(Kind.EVENT, name(happened), Outcome.WRITTEN, null, caseRef, by, List.copyOf(about),
                happened.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Collection<PartyId> people(Object value) {
        if (value instanceof PartyId one) {
            return List.of(one);
        }
        var people = new ArrayList<PartyId>();
        if (value instanceof Collection<?> several) {
            several.forEach(each -> people.addAll(each instanceof PartyId one ? List.of(one) : List.of()));
        }
        return people;
    }

    private static Object value(RecordComponent part, Object happened) {
        try {
            var reader = part.getAccessor();
            reader.setAccessible(true);
            return reader.invoke(happened);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an event that cannot be read: " + happened.getClass(), e);
        }
    }

    /** {@code SaleEvent.OfferMade}. */
    private static String name(Object happened) {
        var type = happened.getClass();
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }
}
