package mn.eland.sale;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mn.eland.Simulators;
import mn.eland.auction.AuctionWalk;
import mn.eland.kernel.CaseRef;
import mn.eland.notification.Notifications;
import org.springframework.context.ApplicationContext;

/**
 * A sale of Temuulen's flat to Enkhjin whose deposit is asked for; besides, an offer that waits for Temuulen, and a mandate
 * that waits for the agents, and a lot that is published. For tests that need the ids of something real.
 */
public final class WalkedSale {

    private static final Map<ApplicationContext, Map<String, String>> WALKED = new ConcurrentHashMap<>();

    private WalkedSale() {
    }

    /** Names of ids, as they stand in addresses, with their values. Walked once; who acts on them undoes it. */
    public static Map<String, String> ids(ApplicationContext context, Simulators simulators) {
        return WALKED.computeIfAbsent(context, once -> walk(context, simulators));
    }

    /** The task of a fresh mandate that waits for the agents, for who wants to complete it. */
    public static String agentsTask(ApplicationContext context, Simulators simulators) {
        var walk = new SaleWalk(context, simulators);
        return task(walk, "munkhzul", walk.mandatedFlat(230_000_000));
    }

    private static Map<String, String> walk(ApplicationContext context, Simulators simulators) {
        var walk = new SaleWalk(context, simulators);
        var mandate = walk.mandatedFlat(240_000_000);
        var listing = walk.publishedFlat(285_000_000);
        var free = walk.publishedFlat(190_000_000);
        var offered = walk.offer("enkhjin", free, 180_000_000);
        var sale = walk.offer("enkhjin", listing, 285_000_000);
        walk.accept(sale);
        walk.consents(sale);
        walk.untilStage(sale, "PRELIMINARY");
        walk.sign(sale, "temuulen", "enkhjin");
        walk.until("the deposit is asked for", () -> !walk.payments.collections(sale.caseRef()).isEmpty());
        var document = walk.contracts.documents(sale.caseRef()).get(0);
        var buyer = walk.person("enkhjin");
        walk.until("the buyer is told", () -> context.getBean(Notifications.class).of(buyer) > 0);
        var ids = new java.util.HashMap<>(Map.of("sale", sale.number(), "offered", offered.number(), "listing", listing.number(), "free", free.number(),
                "property", walk.register.listing(free).orElseThrow().property().id().toString(), "document", document.id().toString(),
                "code", document.verificationCode(), "sellersTask", task(walk, "temuulen", offered.caseRef()),
                "agentsTask", task(walk, "munkhzul", mandate), "buyersNews", "" + context.getBean(Notifications.class)
                        .of(buyer, null, 1, java.util.Locale.ENGLISH).get(0).id()));
        ids.put("lot", new AuctionWalk(context, simulators).published().number().number());
        return Map.copyOf(ids);
    }

    private static String task(SaleWalk walk, String name, CaseRef caseRef) {
        walk.until(name + " has a task", () -> !walk.workflow.openTasks(walk.person(name), caseRef).isEmpty());
        return walk.workflow.openTasks(walk.person(name), caseRef).get(0).id();
    }
}
