package mn.eland.property.title;

import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.property.PropertyEvent.TransferRefused;
import mn.eland.property.PropertyEvent.TransferRegistered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Carries the registrar's answers to the waiting case. */
@Component
class PropertyListener {

    private static final Logger LOG = LoggerFactory.getLogger(PropertyListener.class);

    private final PropertyProcess process;

    PropertyListener(PropertyProcess process) {
        this.process = process;
    }

    @ApplicationModuleListener
    void on(TransferRegistered event) {
        report(event.sale(), process.transferRegistered(event.sale(), event.filingNo()));
    }

    @ApplicationModuleListener
    void on(TransferRefused event) {
        report(event.sale(), process.transferRefused(event.sale(), event.filingNo(), event.ground()));
    }

    private static void report(CaseRef sale, Outcome<Void> told) {
        if (!told.isDone()) {
            LOG.info("{} no longer waits for the registrar: {}", sale, told.refusal().code());
        }
    }
}
