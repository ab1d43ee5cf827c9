package mn.eland.payment.collection;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.payment.PaymentProperties;
import mn.eland.payment.Payments.BankLink;
import mn.eland.payment.Payments.CollectionView;
import mn.eland.payment.Payments.Purpose;
import mn.eland.payment.Payments.QrInvoice;
import mn.eland.payment.account.DealAccounts;
import mn.eland.payment.spi.PaymentGateway;
import mn.eland.workflow.outage.Outages;
import mn.eland.workflow.outage.Round;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Money asked for: opened by a process, paid by QR or bank transfer, funded or lapsed. */
@Component
public class Collections {

    private static final Logger LOG = LoggerFactory.getLogger(Collections.class);
    private static final int TOKEN_BYTES = 32;
    private static final Duration[] CHECK_AGAIN =
            {Duration.ofMinutes(10), Duration.ofMinutes(2), Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(3)};

    private final CollectionStore store;
    private final PaymentGateway gateway;
    private final Receiving receiving;
    private final DealAccounts accounts;
    private final PaymentProperties properties;
    private final Outages outages;
    private final ElandClock clock;
    private final String baseUrl;
    private final SecureRandom random = new SecureRandom();

    Collections(CollectionStore store, PaymentGateway gateway, Receiving receiving, DealAccounts accounts, PaymentProperties properties,
                Outages outages, ElandClock clock, @Value("${eland.base-url}") String baseUrl) {
        this.store = store;
        this.gateway = gateway;
        this.receiving = receiving;
        this.accounts = accounts;
        this.properties = properties;
        this.outages = outages;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /**
     * Opens a collection, or opens a lapsed one again. What was received before stays counted; when that is enough, it is
     * told again.
     */
    @Transactional
    public void open(CaseRef caseRef, Purpose purpose, PartyId payer, Money amount, Instant payBy) {
        accounts.open(caseRef);
        var known = store.locked(caseRef, purpose);
        if (known.isEmpty()) {
            store.insert(new CollectionRow(UUID.randomUUID(), caseRef, purpose, payer, amount, Money.ZERO, payBy,
                    CollectionRow.State.OPEN, CollectionRow.reference(caseRef, purpose), token(), 0));
        } else if (known.get().state() != CollectionRow.State.FUNDED) {
            store.reopen(known.get().id(), amount, payBy);
        }
        if (store.find(caseRef, purpose).orElseThrow().state() == CollectionRow.State.FUNDED) {
            receiving.tellFunded(caseRef, purpose, amount);
        }
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Ends an open collection. True when it lapsed (or had), false when it was funded in time. */
    @Transactional
    public boolean lapse(CaseRef caseRef, Purpose purpose) {
        var collection = store.locked(caseRef, purpose);
        collection.ifPresent(row -> store.lapse(row.id()));
        return collection.isPresent() && collection.get().state() != CollectionRow.State.FUNDED;
    }

    /** Ends whatever is still open in a case. */
    @Transactional
    public void lapseAll(CaseRef caseRef) {
        store.ofCase(caseRef).forEach(row -> store.lapse(row.id()));
    }

    public Optional<CollectionView> view(CaseRef caseRef, Purpose purpose) {
        return store.find(caseRef, purpose).map(this::view);
    }

    public List<CollectionView> ofCase(CaseRef caseRef) {
        return store.ofCase(caseRef).stream().map(this::view).toList();
    }

    /** The account the deal's money is to be sent to; opened with the first paper or the first collection, and kept. */
    @Transactional
    public String account(CaseRef caseRef) {
        return accounts.open(caseRef);
    }

    private CollectionView view(CollectionRow row) {
        return new CollectionView(row.id(), row.caseRef(), row.purpose(), row.payer(), row.amount(), row.received(),
                row.payBy(), row.state().name(), row.purpose() == Purpose.COMMISSION ? properties.escrowIban() : accounts.find(row.caseRef()),
                properties.escrowName(), row.reference(),
                row.isOpen() ? fitting(row).map(CollectionStore.InvoiceRow::qr).orElse(null) : null);
    }

    private Optional<CollectionStore.InvoiceRow> fitting(CollectionRow row) {
        return store.openInvoice(row.id()).filter(invoice -> invoice.amount().equals(row.missing()));
    }

    /** The invoice for what is missing: the kept one when it fits, else a new one. Holds no lock while the gateway works. */
    public Outcome<QrInvoice> qr(CaseRef caseRef, Purpose purpose) {
        var found = store.find(caseRef, purpose);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.notFound("COLLECTION_NOT_FOUND"));
        }
        var row = found.get();
        if (!row.isOpen() || !row.payBy().isAfter(clock.instant())) {
            return Outcome.refused(Refusal.expired("COLLECTION_CLOSED"));
        }
        try {
            var kept = store.openInvoice(row.id());
            if (kept.isPresent() && kept.get().amount().equals(row.missing())) {
                return Outcome.done(kept.get().qr());
            }
            kept.ifPresent(outdated -> cancel(outdated.id()));
            return Outcome.done(newInvoice(row));
        } catch (PaymentGateway.Unavailable e) {
            LOG.info("No invoice for {}: {}", row.reference(), e.getMessage());
            return Outcome.refused(Refusal.conflict("GATEWAY_UNAVAILABLE"));
        }
    }

    private QrInvoice newInvoice(CollectionRow row) {
        var made = invoiceOf(row, baseUrl + "/payments/qpay/callback/" + row.callbackToken());
        var qr = new QrInvoice(made.id(), made.qrText(), made.qrImageBase64(), made.links().stream()
                .map(link -> new BankLink(link.name(), link.description(), link.logo(), link.link())).toList());
        if (store.keep(row.id(), row.missing(), qr)) {
            return qr;
        }
        gateway.cancel(made.id());
        return store.openInvoice(row.id()).orElseThrow().qr();
    }

    /** The whole fee for our service gets a VAT receipt; a part of it, and what is only held for others, none. */
    private PaymentGateway.Invoice invoiceOf(CollectionRow row, String callback) {
        var text = "ELAND " + row.reference();
        return row.purpose() == Purpose.COMMISSION && row.received().isZero()
                ? gateway.createServiceInvoice(row.reference(), new PaymentGateway.Service(text, row.amount().tugrug(), store.vat(row.id()).tugrug()),
                        callback, row.payBy())
                : gateway.createInvoice(row.reference(), row.missing().tugrug(), text, callback, row.payBy());
    }

    private void cancel(String invoice) {
        gateway.cancel(invoice);
        store.cancelled(invoice);
    }

    /** Takes the invoices of a collection back, so that nobody pays late, and gives no new ones; all of the case when none is named. */
    public void withdrawInvoices(CaseRef caseRef, Purpose purpose) {
        meant(caseRef, purpose).forEach(row -> {
            store.endTerm(row.id(), clock.instant());
            store.invoices(row.id()).stream().filter(CollectionStore.InvoiceRow::open).forEach(invoice -> cancel(invoice.id()));
        });
    }

    private List<CollectionRow> meant(CaseRef caseRef, Purpose purpose) {
        return purpose == null ? store.ofCase(caseRef) : store.find(caseRef, purpose).stream().toList();
    }

    /** Asks the gateway what was paid on every invoice of the collection, and books what is new. */
    public Outcome<CollectionView> check(CaseRef caseRef, Purpose purpose) {
        return store.find(caseRef, purpose).map(row -> {
            try {
                ask(row);
                return Outcome.done(view(caseRef, purpose).orElseThrow());
            } catch (PaymentGateway.Unavailable e) {
                return Outcome.<CollectionView>refused(Refusal.conflict("GATEWAY_UNAVAILABLE"));
            }
        }).orElseGet(() -> Outcome.refused(Refusal.notFound("COLLECTION_NOT_FOUND")));
    }

    /** The same for every collection of the case when none is named. @throws PaymentGateway.Unavailable when the gateway gives no answer */
    public void ask(CaseRef caseRef, Purpose purpose) {
        meant(caseRef, purpose).forEach(this::ask);
    }

    private void ask(CollectionRow row) {
        for (var invoice : store.invoices(row.id())) {
            for (var payment : gateway.check(invoice.id()).payments()) {
                receiving.fromGateway(row.id(), payment);
            }
        }
    }

    /**
     * Somebody says that money came. False when nobody waits under this token. The gateway is asked now, and a few times
     * later when it does not know yet: a hint may come before the payment can be seen.
     *
     * @throws PaymentGateway.Unavailable when the gateway gives no answer; it is asked again by ourselves
     */
    public boolean hint(String token) {
        var row = store.byToken(token);
        row.ifPresent(collection -> {
            store.checkLater(collection.id(), CHECK_AGAIN[CHECK_AGAIN.length - 1], CHECK_AGAIN.length - 1);
            askAndSettle(collection);
        });
        return row.isPresent();
    }

    /** Asks for those that a hint has announced and that were not seen yet. */
    public void askForHinted() {
        outages.round("hintedPayments", this::askForHinted);
    }

    /** Takes the pause away from those, and counts no check for it. */
    public void hurry() {
        store.hurryChecks(CHECK_AGAIN.length);
    }

    private void askForHinted(Round round) {
        for (var row : store.dueForCheck()) {
            if (row.checksLeft() > 0) {
                store.checkLater(row.id(), CHECK_AGAIN[row.checksLeft() - 1], row.checksLeft() - 1);
            } else {
                store.checked(row.id());
            }
            try {
                askAndSettle(row);
                round.answered();
            } catch (PaymentGateway.Unavailable e) {
                round.failed(e);
                LOG.info("QPay gives no answer for {}: {}", row.reference(), e.getMessage());
            }
        }
    }

    private void askAndSettle(CollectionRow row) {
        ask(row);
        if (!store.find(row.caseRef(), row.purpose()).orElseThrow().isOpen()) {
            store.checked(row.id());
        }
    }
}
