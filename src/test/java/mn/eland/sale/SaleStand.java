package mn.eland.sale;

import static mn.eland.payment.Payments.Purpose.BALANCE;
import static mn.eland.payment.Payments.Purpose.DEPOSIT;

import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.payment.Payments.CollectionView;
import mn.eland.payment.Payments.Purpose;
import mn.eland.sale.watch.Stop;
import org.springframework.context.ApplicationContext;

/** Brings a sale to where its next act makes an outside call, from wherever it stands now. */
public final class SaleStand {

    private static final long PRICE = 200_000_000;

    /** Where a sale stands: the act that is still missing is the one that calls outside. */
    public enum Place { OFFERED, CHECKED, DEPOSIT_ASKED, INVOICED, FUNDING, NOTARY, FILED, RELEASE }

    /** What somebody does, and what calls outside on behalf of it. */
    public enum Act { ACCEPT, ASK_FOR_QR, PAY_QR, PAY_QR_UNHEARD, PAY_BY_BANK, CERTIFY, REGISTER, APPROVE, WITHDRAW, WITHDRAW_UNANSWERED, STOP }

    private final SaleWalk walk;
    private final SaleId sale;
    private final String buyer;

    private SaleStand(SaleWalk walk, SaleId sale, String buyer) {
        this.walk = walk;
        this.sale = sale;
        this.buyer = buyer;
    }

    /** A new offer on a new flat. */
    public static SaleStand offered(ApplicationContext context, String buyer) {
        var walk = new SaleWalk(context, context.getBean(Simulators.class));
        return new SaleStand(walk, walk.offer(buyer, walk.publishedFlat(PRICE), PRICE), buyer);
    }

    /** A sale that is under way. */
    public static SaleStand of(ApplicationContext context, String number, String buyer) {
        return new SaleStand(new SaleWalk(context, context.getBean(Simulators.class)), SaleId.of(number), buyer);
    }

    SaleId sale() {
        return sale;
    }

    public String number() {
        return sale.caseRef().number();
    }

    /** Does all that is missing, and nothing twice. */
    public SaleStand bringTo(Place place) {
        switch (place) {
            case OFFERED -> { }
            case CHECKED -> checked();
            case DEPOSIT_ASKED -> depositAsked();
            case INVOICED -> invoiced();
            case FUNDING -> funding();
            case NOTARY -> notary();
            case FILED -> filed();
            case RELEASE -> release();
        }
        return this;
    }

    /** Waits until the sale has come so far by itself. */
    public void goesOnTo(String stage) {
        walk.until(number() + " goes on to " + stage, () -> walk.hasReached(sale, stage));
        if (Sale.Stage.valueOf(stage).isOver()) {
            walk.until(number() + " has paid out all", () -> walk.payments.escrow(sale.caseRef()).held().tugrug() == taxToComeBack());
        }
    }

    /** What the tax authority still has of a sale that was not registered stays owed to the buyer. */
    private long taxToComeBack() {
        return moved("TAX_RECLAIMED") - moved("TAX_RETURNED");
    }

    private long moved(String kind) {
        return walk.payments.postings(sale.caseRef()).stream().filter(one -> one.kind().equals(kind)).mapToLong(one -> one.amount().tugrug()).sum();
    }

    public void act(Act act) {
        switch (act) {
            case ACCEPT -> walk.accept(sale);
            case ASK_FOR_QR -> walk.payments.payByQr(sale.caseRef(), DEPOSIT, walk.person(buyer));
            case PAY_QR -> payByQr();
            case PAY_QR_UNHEARD -> {
                walk.simulators.switchOn("qpay", "payment", Behaviour.NO_CALLBACK, null, 1);
                payByQr();
            }
            case PAY_BY_BANK -> payByBank(DEPOSIT);
            case CERTIFY -> walk.certify(sale);
            case REGISTER -> registered(walk.register.filings(sale.caseRef()).get(0).filingNo());
            case APPROVE -> walk.approveRelease(sale);
            case WITHDRAW -> withdraw();
            case WITHDRAW_UNANSWERED -> {
                walk.simulators.switchOn("khan", "transferInterbank", Behaviour.TIMEOUT_AFTER, "1", 1);
                withdraw();
            }
            case STOP -> stop();
        }
    }

    private void withdraw() {
        walk.sales.withdraw(walk.person("temuulen"), sale, "Санаагаа өөрчилсөн").get();
    }

    private boolean stop() {
        return walk.sales.stop(walk.person("munkhzul"), sale, new Stop(Stop.Kind.PROPERTY_DESTROYED, "ОБ-17", "Байр галд шатсан")).isDone();
    }

    /** Whoever was told nothing says once more that the property is destroyed; the sale ends. */
    void isStopped() {
        walk.until(number() + " is stopped", () -> walk.hasReached(sale, "CALLED_OFF") || stop());
        goesOnTo("CALLED_OFF");
    }

    private void payByQr() {
        walk.simulators.payInvoice(walk.payments.payByQr(sale.caseRef(), DEPOSIT, walk.person(buyer)).get().invoiceId(), asked(DEPOSIT).missing().tugrug());
    }

    private void checked() {
        if (walk.view(sale).stage().equals("OFFER")) {
            walk.accept(sale);
        }
        walk.consents(sale);
        walk.until("all is checked", () -> walk.hasReached(sale, "PRELIMINARY"));
    }

    private void depositAsked() {
        checked();
        if (asked(DEPOSIT) == null) {
            sign();
        }
        walk.until("the deposit is asked for", () -> asked(DEPOSIT) != null);
    }

    private void invoiced() {
        depositAsked();
        walk.payments.payByQr(sale.caseRef(), DEPOSIT, walk.person(buyer)).get();
    }

    private void funding() {
        depositAsked();
        pay(DEPOSIT);
        walk.until("the deposit has come", () -> walk.hasReached(sale, "FUNDING"));
    }

    private void notary() {
        funding();
        walk.until("the balance is asked for", () -> asked(BALANCE) != null);
        pay(BALANCE);
        walk.until("the balance has come", () -> walk.hasReached(sale, "NOTARY"));
        if (!walk.workflow.isOpen(sale.caseRef(), "certifyContract") && walk.view(sale).stage().equals("NOTARY")) {
            sign();
        }
        if (walk.view(sale).stage().equals("NOTARY")) {
            walk.meetNotary(sale);
        }
        walk.until("the notary is asked", () -> walk.workflow.isOpen(sale.caseRef(), "certifyContract") || walk.hasReached(sale, "TAX"));
    }

    private void filed() {
        notary();
        if (walk.workflow.isOpen(sale.caseRef(), "certifyContract")) {
            walk.certify(sale);
        }
        walk.until("the transfer is filed", () -> walk.register.filings(sale.caseRef()).stream().anyMatch(one -> one.filingNo() != null));
    }

    private void release() {
        filed();
        var filing = walk.register.filings(sale.caseRef()).get(0);
        if (filing.state().equals("PENDING")) {
            registered(filing.filingNo());
        }
        walk.until("the property is handed over", () -> walk.hasReached(sale, "HANDOVER"));
        if (walk.view(sale).stage().equals("HANDOVER")) {
            walk.handOver(buyer, sale);
        }
        walk.until("the release is asked for", () -> walk.workflow.isOpen(sale.caseRef(), "approveRelease"));
    }

    private void registered(String filingNo) {
        try {
            walk.simulators.registrarRegisters(filingNo);
        } catch (IllegalStateException decidedBefore) {
            walk.until("the registrar has decided", () -> !walk.register.filings(sale.caseRef()).get(0).state().equals("PENDING"));
        }
    }

    private void sign() {
        for (var name : new String[] {"temuulen", buyer}) {
            walk.sign(sale, name);
        }
    }

    private void pay(Purpose purpose) {
        if (asked(purpose).state().equals("OPEN")) {
            payByBank(purpose);
        }
    }

    private void payByBank(Purpose purpose) {
        var asked = asked(purpose);
        walk.simulators.transferIn(asked.reference(), asked.missing().tugrug(), "MN640004999900000002", "Төлөгч");
    }

    private CollectionView asked(Purpose purpose) {
        return walk.payments.collections(sale.caseRef()).stream().filter(one -> one.purpose() == purpose).findFirst().orElse(null);
    }
}
