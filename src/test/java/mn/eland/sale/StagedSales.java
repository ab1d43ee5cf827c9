package mn.eland.sale;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mn.eland.Simulators;
import mn.eland.identity.Parties.Basis;
import mn.eland.identity.Parties.Representation;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.person.privacy.ConsentRegister;
import mn.eland.person.privacy.ConsentRegister.Purpose;
import mn.eland.person.support.SupportFiles;
import mn.eland.sale.SaleStand.Act;
import mn.eland.sale.SaleStand.Place;
import mn.eland.sale.dispute.Disputes;
import mn.eland.workflow.TaskView;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sales of Temuulen's flats to Enkhjin, one in each state in which the answers to people may differ, with everybody around them:
 * Zoljargal holds a power of attorney of the buyer's, Telmen has the file of the buyer open, with consent. Who acts on them undoes it.
 */
public final class StagedSales implements AutoCloseable {

    /** {@code DISPUTED} is frozen besides. */
    public enum State { OFFER, CONSENTS, DEPOSIT, FUNDING, NOTARY, REGISTRATION, HANDOVER, COMPLETED, CALLED_OFF, DISPUTED }

    private static final List<String> PEOPLE = List.of("enkhjin", "temuulen", "sarantuya", "munkhzul", "anudari", "suvd", "tulga", "battsetseg", "khulan");
    private static final String WHY = "Эх үүсвэрийг шалгах үндэслэлтэй";
    private static final String ASKED_FOR = "Төлбөр нь хаана явааг асуусан";

    private final ApplicationContext context;
    private final SaleWalk walk;
    private final String paperNo = "ИТ-" + UUID.randomUUID();
    private final Map<State, Map<String, String>> names = new EnumMap<>(State.class);

    private StagedSales(ApplicationContext context, Simulators simulators) {
        this.context = context;
        this.walk = new SaleWalk(context, simulators);
    }

    /** All of them, staged anew. */
    public static StagedSales all(ApplicationContext context, Simulators simulators) {
        var staged = new StagedSales(context, simulators);
        var file = staged.openFiles();
        staged.empower();
        for (var state : State.values()) {
            var stand = SaleStand.offered(context, "enkhjin");
            staged.bring(stand, state);
            staged.names.put(state, staged.names(stand, file));
        }
        return staged;
    }

    /** Names of ids, as they stand in addresses, with their values; what there is not in this state has none. */
    public Map<String, String> names(State state) {
        return names.get(state);
    }

    /** Takes the power of attorney and the consent back. */
    @Override
    public void close() {
        walk.parties.revoke(walk.person("munkhzul"), person("zoljargal"), person("enkhjin"), paperNo);
        context.getBean(ConsentRegister.class).withdraw(person("enkhjin"), Purpose.SUPPORT);
    }

    private void bring(SaleStand stand, State state) {
        switch (state) {
            case OFFER -> { }
            case CONSENTS -> {
                stand.act(Act.ACCEPT);
                walk.until("consents are asked for", () -> walk.workflow.isOpen(stand.sale().caseRef(), "giveConsent"));
            }
            case DEPOSIT -> stand.bringTo(Place.DEPOSIT_ASKED);
            case FUNDING -> stand.bringTo(Place.FUNDING);
            case NOTARY -> stand.bringTo(Place.NOTARY);
            case REGISTRATION -> stand.bringTo(Place.FILED);
            case HANDOVER -> {
                stand.bringTo(Place.FILED).act(Act.REGISTER);
                stand.goesOnTo("HANDOVER");
            }
            case COMPLETED -> {
                stand.bringTo(Place.RELEASE).act(Act.APPROVE);
                stand.goesOnTo("COMPLETED");
            }
            case CALLED_OFF -> {
                stand.bringTo(Place.FUNDING).act(Act.WITHDRAW);
                stand.goesOnTo("CALLED_OFF");
            }
            case DISPUTED -> {
                stand.bringTo(Place.FUNDING);
                walk.sales.freeze(walk.person("tulga"), stand.sale(), WHY).get();
                context.getBean(Disputes.class).open(walk.person("enkhjin"), stand.sale(), Money.of(1_000_000), WHY).get();
                walk.until("the seller is asked", () -> walk.workflow.isOpen(stand.sale().caseRef(), "answerDispute"));
            }
        }
    }

    private Map<String, String> names(SaleStand stand, Map<String, String> file) {
        var all = new HashMap<>(file);
        all.put("sale", stand.number());
        all.put("nobody", new UUID(0, 0).toString());
        all.put("listing", walk.view(stand.sale()).listing().number());
        walk.contracts.documents(stand.sale().caseRef()).stream().findFirst().ifPresent(document -> all.put("document", document.id().toString()));
        task(stand).ifPresent(task -> all.put("task", task));
        context.getBean(JdbcClient.class).sql("select number from sale.suspicions where sale = ?").param(stand.number()).query(String.class).list()
                .forEach(report -> all.put("report", report));
        return all;
    }

    private Optional<String> task(SaleStand stand) {
        return PEOPLE.stream().map(walk::person).flatMap(person -> walk.workflow.openTasks(person, stand.sale().caseRef()).stream())
                .map(TaskView::id).findFirst();
    }

    private void empower() {
        var today = walk.clock.today();
        walk.parties.empower(walk.person("munkhzul"), new Representation(person("zoljargal"), person("enkhjin"), Basis.POA, paperNo, today,
                today.plusDays(9))).get();
    }

    /** One look that is allowed, and one that its owner has ended. */
    private Map<String, String> openFiles() {
        var consents = context.getBean(ConsentRegister.class);
        var files = context.getBean(SupportFiles.class);
        consents.give(person("enkhjin"), Purpose.SUPPORT, Locale.ENGLISH);
        var over = files.open(walk.person("telmen"), person("enkhjin"), ASKED_FOR).get();
        consents.withdraw(person("enkhjin"), Purpose.SUPPORT);
        consents.give(person("enkhjin"), Purpose.SUPPORT, Locale.ENGLISH);
        var visit = files.open(walk.person("telmen"), person("enkhjin"), ASKED_FOR).get();
        return Map.of("visit", visit.toString(), "ended", over.toString(), "why", ASKED_FOR);
    }

    private PartyId person(String name) {
        return walk.person(name).party();
    }
}
