package mn.eland.sale.seed;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import mn.eland.contract.ContractEvent;
import mn.eland.contract.Contracts;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import mn.eland.kernel.Role;
import mn.eland.payment.Payments;
import mn.eland.payment.Payments.Purpose;
import mn.eland.property.ListingView;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.sale.Sales.Answer;
import mn.eland.sale.Sales.OfferTerms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Three sales in different stages on the first start of the default run, made by the same doors that people use: an offer
 * that waits for the seller, a preliminary contract that waits for the buyer, and a deposit in escrow that waits for the
 * balance. Works beside the running application and stops quietly when something does not answer.
 */
@Component
class SandboxSales {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxSales.class);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final PartyId ENKHJIN = person(3);
    private static final PartyId NOMIN = person(10);

    private final Sales sales;
    private final Parties parties;
    private final PropertyRegister register;
    private final Contracts contracts;
    private final Payments payments;
    private final boolean wanted;
    private final RestClient payersPhone;
    private final Map<PartyId, String> codes = new ConcurrentHashMap<>();
    private volatile boolean working;

    SandboxSales(Sales sales, Parties parties, PropertyRegister register, Contracts contracts, Payments payments,
                 @Value("${eland.sandbox:true}") boolean sandbox, @Value("${eland.seed.sales:true}") boolean wanted,
                 @Value("${eland.simulators.port}") int simulators) {
        this.sales = sales;
        this.parties = parties;
        this.register = register;
        this.contracts = contracts;
        this.payments = payments;
        this.wanted = sandbox && wanted;
        this.payersPhone = RestClient.create("http://localhost:" + simulators);
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(200)
    void begin() {
        var overseer = new Actor(Actor.PLATFORM.party(), Actor.PLATFORM.name(), Set.of(Role.OPERATOR));
        if (wanted && sales.deals(overseer, null, null, 1).isEmpty()) {
            working = true;
            var thread = new Thread(this::fill, "sandbox-sales");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** The codes of the sandbox's people, so that they can sign. */
    @EventListener
    void on(ContractEvent.CodeIssued issued) {
        if (working) {
            codes.put(issued.to(), issued.code());
        }
    }

    private void fill() {
        try {
            listing(1).ifPresent(flat -> offer(ENKHJIN, flat, flat.price().percent(96)));
            listing(6).ifPresent(flat -> accepted(NOMIN, flat));
            listing(14).ifPresent(this::deposited);
            LOG.info("The sandbox has its first sales");
        } catch (RuntimeException e) {
            LOG.warn("The sandbox has fewer sales than planned: {}", e.getMessage());
        } finally {
            working = false;
            codes.clear();
        }
    }

    private java.util.Optional<ListingView> listing(int property) {
        return register.openListing(new PropertyId(new UUID(1, property)));
    }

    private SaleId offer(PartyId buyer, ListingView listing, Money price) {
        return sales.makeOffer(acting(buyer), listing.number(), new OfferTerms(price, 10, 5, null)).get().id();
    }

    /** The seller has accepted offer and preliminary contract; the buyer has to. */
    private SaleId accepted(PartyId buyer, ListingView listing) {
        var sale = offer(buyer, listing, listing.price());
        var seller = acting(listing.seller());
        sales.answerOffer(seller, sale, Answer.ACCEPT, null, null).get();
        until(() -> contracts.awaiting(sale.caseRef(), seller).isPresent());
        sign(sale, seller);
        return sale;
    }

    private void deposited(ListingView listing) {
        var sale = accepted(ENKHJIN, listing);
        var buyer = acting(ENKHJIN);
        sign(sale, buyer);
        until(() -> payments.collections(sale.caseRef()).stream().anyMatch(collection -> collection.state().equals("OPEN")));
        var invoice = payments.payByQr(sale.caseRef(), Purpose.DEPOSIT, buyer).get();
        var amount = payments.collections(sale.caseRef()).get(0).missing();
        payersPhone.post().uri("/simulators/qpay/invoices/{id}/payments", invoice.invoiceId()).contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("amount", amount.tugrug(), "anyway", false)).retrieve().toBodilessEntity();
        payments.checkPayment(sale.caseRef(), Purpose.DEPOSIT);
    }

    private void sign(SaleId sale, Actor signer) {
        var document = contracts.awaiting(sale.caseRef(), signer).orElseThrow();
        contracts.requestCode(document.id(), signer).get();
        contracts.accept(document.id(), signer, codes.get(signer.party()), new Contracts.Evidence("sandbox", "127.0.0.1")).get();
    }

    private Actor acting(PartyId who) {
        return new Actor(who, parties.party(who).shortName(), Set.of(Role.BUYER, Role.SELLER));
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no answer in " + PATIENCE.toSeconds() + " s");
            }
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private static PartyId person(int n) {
        return new PartyId(new UUID(0, n));
    }
}
