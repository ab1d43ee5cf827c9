package mn.eland.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import mn.eland.Simulators;
import mn.eland.contract.ContractEvent.CodeIssued;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.payment.Payments.Purpose;
import mn.eland.sale.SaleId;
import mn.eland.sale.SaleWalk;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;

/** People who act at once: they look when something has changed in their sale, and know a code when it is issued. */
class BusyWalk extends SaleWalk {

    private static final long PRICE = 285_000_000;

    private final CaseWatch watch;
    private final Codes codes;
    private final Map<String, Actor> people = new HashMap<>();
    private CaseRef sale;

    BusyWalk(ApplicationContext context, CaseWatch watch) {
        super(context, context.getBean(Simulators.class));
        this.watch = watch;
        this.codes = context.getBean(Codes.class);
    }

    CaseRef publishedFlat() {
        return publishedFlat(PRICE);
    }

    /** From the offer to the keys and the released money. */
    SaleId sell(CaseRef flat) {
        var id = offer("enkhjin", flat, PRICE);
        sale = id.caseRef();
        accept(id);
        consents(id);
        untilStage(id, "PRELIMINARY");
        sign(id, "temuulen", "enkhjin");
        payByQr("enkhjin", id, Purpose.DEPOSIT);
        untilStage(id, "FUNDING");
        payByQr("enkhjin", id, Purpose.BALANCE);
        untilStage(id, "NOTARY");
        sign(id, "temuulen", "enkhjin");
        certify(id);
        untilStage(id, "REGISTRATION");
        registrarRegisters(id);
        untilStage(id, "HANDOVER");
        handOver("enkhjin", id);
        approveRelease(id);
        untilStage(id, "COMPLETED");
        return id;
    }

    /** Signed in once, as with pages. */
    @Override
    public Actor person(String name) {
        return people.computeIfAbsent(name, super::person);
    }

    @Override
    protected String code(String name, SaleId sale, UUID document) {
        contracts.requestCode(document, person(name)).get();
        return codes.issued.remove(document + " " + person(name).party());
    }

    @Override
    protected void until(String what, Callable<Boolean> condition) {
        if (sale == null) {
            super.until(what, condition);
            return;
        }
        try {
            watch.until(sale, what, condition);
        } catch (Exception e) {
            throw new IllegalStateException(what + " in " + sale, e);
        }
    }

    /** Remembers codes until the person types them in. */
    static class Codes {

        private final Map<String, String> issued = new ConcurrentHashMap<>();

        @EventListener
        void on(CodeIssued code) {
            issued.put(code.document() + " " + code.to(), code.code());
        }
    }
}
