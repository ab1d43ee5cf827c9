package mn.eland.sale;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import mn.eland.Simulators;
import mn.eland.contract.Contracts;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.kernel.Standing;
import mn.eland.notarization.Notarizations;
import mn.eland.notarization.Notarizations.NotarizationView;
import mn.eland.notarization.session.ActFile;
import mn.eland.notarization.session.Meetings;
import mn.eland.payment.Payments;
import mn.eland.payment.Payments.Purpose;
import mn.eland.property.PropertyRegister;
import mn.eland.property.PropertyRegister.ListingDraft;
import mn.eland.property.PropertyView.Kind;
import mn.eland.sale.Sales.Answer;
import mn.eland.sale.Sales.OfferTerms;
import mn.eland.sale.Sales.SaleView;
import mn.eland.workflow.FormAnswers;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.spi.TaskForm;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks a sale through the real application, one person's act after another, as its pages do. */
public class SaleWalk {

    /** No two processes on one database, one started after the other, sell flats of the same numbers: at most ten a second are sold. */
    private static final AtomicInteger FLATS = new AtomicInteger((int) (System.currentTimeMillis() / 100 % 900_000) + 100_000);
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");
    private static final int SENT_AGAIN = 5;
    static final Duration PATIENCE = ofSeconds(Long.getLong("eland.walk.patience", 90));
    private static final Duration LOOK_AGAIN = Duration.ofMillis(Long.getLong("eland.walk.look-again", 40));

    final Sales sales;
    final Workflow workflow;
    final Meetings meetings;
    final Notarizations notarizations;
    final ActFile file;
    final Parties parties;
    protected final PropertyRegister register;
    protected final Contracts contracts;
    final Payments payments;
    protected final Simulators simulators;
    final ElandClock clock;
    private final ApplicationContext context;

    public SaleWalk(ApplicationContext context, Simulators simulators) {
        this.context = context;
        this.simulators = simulators;
        this.sales = context.getBean(Sales.class);
        this.workflow = context.getBean(Workflow.class);
        this.meetings = context.getBean(Meetings.class);
        this.notarizations = context.getBean(Notarizations.class);
        this.file = context.getBean(ActFile.class);
        this.parties = context.getBean(Parties.class);
        this.register = context.getBean(PropertyRegister.class);
        this.contracts = context.getBean(Contracts.class);
        this.payments = context.getBean(Payments.class);
        this.clock = context.getBean(ElandClock.class);
    }

    /** Days are counted by the calendar: what a test expects of them must not hang on the hour at which it runs. */
    void untilTenInTheMorning() {
        var now = clock.instant().atZone(ElandClock.ULAANBAATAR);
        var ten = now.toLocalDate().atTime(10, 0).atZone(ElandClock.ULAANBAATAR);
        clock.passes(java.time.Duration.between(now, ten.isBefore(now) ? ten.plusDays(1) : ten));
    }

    public Actor person(String name) {
        return parties.actor(name).orElseThrow();
    }

    /** A flat of Temuulen's that the state register knows, on the market. */
    public CaseRef publishedFlat(long price) {
        var number = mandatedFlat(price);
        return published(number, Map.of("decision", "PUBLISH"));
    }

    /** Temuulen's half of a flat that he owns in shares with Nomin, on the market. */
    CaseRef publishedHalf(long price) {
        var number = mandatedFlat(price, Map.of("registerNumber", "ЯЯ01270321", "parentName", "Пүрэвийн", "givenName", "Номин-Эрдэнэ"));
        simulators.enter(register.listing(number).orElseThrow().property().registryNo(), "Хэсгээр өмчлөх эрх бүртгэх", "Пүрэвийн Номин-Эрдэнэ", null);
        return published(number, Map.of("decision", "PUBLISH", "share", "1/2"));
    }

    /** One agent prepares the listing, another approves it, and the registers find nothing. */
    private CaseRef published(CaseRef number, Map<String, String> prepared) {
        doTask("munkhzul", number, "prepareListing", prepared);
        doTask("uyanga", number, "approveListing", Map.of("decision", "APPROVE"));
        until("the listing is published", () -> register.listing(number).orElseThrow().state().name().equals("PUBLISHED"));
        return number;
    }

    /** The same before the agents have prepared its listing. */
    @SafeVarargs
    final CaseRef mandatedFlat(long price, Map<String, String>... coOwners) {
        var owners = new java.util.ArrayList<>(List.of(Map.of("registerNumber", "ЯЯ88041511", "parentName", "Ганболдын", "givenName", "Тэмүүлэн")));
        owners.addAll(List.of(coOwners));
        int n = FLATS.incrementAndGet();
        var registryNo = "Ү-2297%06d".formatted(n);
        var certificateNo = "7%08d".formatted(n);
        simulators.loadTitles(List.of(Map.of("registryNo", registryNo, "certificateNo", certificateNo, "areaM2", 62, "fullAddress",
                "Сөүлийн гудамж " + n, "owners", owners)));
        var draft = new ListingDraft(person("temuulen").party(), person("munkhzul").party(), registryNo, certificateNo, null,
                Kind.APARTMENT, 62, 3, 7, 12, 2013, "SBD", 1, "Сөүлийн гудамж " + n, 47.9135, 106.9122, "3 өрөө байр " + n, "", Money.of(price));
        return sales.mandate(person("temuulen"), draft).get().number();
    }

    public SaleId offer(String buyer, CaseRef listing, long price) {
        return sales.makeOffer(person(buyer), listing, new OfferTerms(Money.of(price), 10, 5, null)).get().id();
    }

    public void accept(SaleId sale) {
        sales.answerOffer(person("temuulen"), sale, Answer.ACCEPT, null, null).get();
    }

    /** Everyone whose consent is asked gives it; the agent brings the papers of those who are absent. */
    public void consents(SaleId sale) {
        until("consents are asked or passed", () -> areConsentsOpen(sale) || hasReached(sale, "PRELIMINARY"));
        until("all consents are given", () -> {
            List.of("sarantuya", "munkhzul").forEach(name -> consent(name, sale));
            return !areConsentsOpen(sale);
        });
    }

    private void consent(String name, SaleId sale) {
        if (task(person(name), sale.caseRef(), "giveConsent") != null) {
            doTask(name, sale.caseRef(), "giveConsent", Map.of("decision", "GIVE", "understood", "true"));
        }
        if (task(person(name), sale.caseRef(), "bringConsent") != null) {
            doTask(name, sale.caseRef(), "bringConsent", Map.of("decision", "GIVE", "paperNo", "А-14", "paperDate", clock.today().toString(),
                    "issuer", "Эрх бүхий байгууллага"));
        }
    }

    private boolean areConsentsOpen(SaleId sale) {
        return workflow.isOpen(sale.caseRef(), "giveConsent") || workflow.isOpen(sale.caseRef(), "bringConsent");
    }

    /** Both parties accept the document that waits for them with the code they got by mail. */
    public void sign(SaleId sale, String... names) {
        for (var name : names) {
            var actor = person(name);
            until(name + " may sign", () -> contracts.awaiting(sale.caseRef(), actor).isPresent() && workflow.isOpen(sale.caseRef(), "acceptDocument"));
            var document = contracts.awaiting(sale.caseRef(), actor).orElseThrow();
            doTask(name, sale.caseRef(), "acceptDocument", Map.of("code", code(name, sale, document.id())));
        }
        meetNotary(sale);
    }

    /** When the contract is before a notary and nobody has chosen when to go there, the seller takes the earliest time. */
    public void meetNotary(SaleId sale) {
        notarizations.notarization(sale.caseRef()).filter(act -> act.state() == NotarizationView.State.OPEN && act.notary() == null).ifPresent(act -> {
            if (meetings.of(sale.caseRef()).isEmpty()) {
                meetings.takeEarliest(new Actor(act.request().seller(), "Seller", Set.of(Role.SELLER)), sale.caseRef(), null).get();
            }
        });
    }

    /** The person accepts a document outside the task for it. */
    public void acceptByCode(String name, SaleId sale, UUID document) {
        contracts.accept(document, person(name), code(name, sale, document), new Contracts.Evidence("test", "127.0.0.1")).get();
    }

    /** The person asks for a one-time code and reads it in the mail. */
    protected String code(String name, SaleId sale, UUID document) {
        long before = simulators.newestMail(name + "@example.mn");
        contracts.requestCode(document, person(name)).get();
        until("a code arrives for " + name, () -> codeOf(name, sale, before) != null);
        return codeOf(name, sale, before);
    }

    /** Of this sale: mails of a crowd that came before may still be on their way. */
    private String codeOf(String name, SaleId sale, long after) {
        for (var mail : simulators.mails(name + "@example.mn", after)) {
            var text = mail.path("text").asText();
            var found = CODE.matcher(text.replaceAll("[SL]-\\d{4}-\\d{6}", ""));
            if (text.contains(sale.caseRef().number()) && found.find()) {
                return found.group();
            }
        }
        return null;
    }

    public void payByQr(String buyer, SaleId sale, Purpose purpose) {
        until(purpose + " is asked for", () -> payments.collections(sale.caseRef()).stream()
                .anyMatch(collection -> collection.purpose() == purpose && collection.state().equals("OPEN")));
        var invoice = payments.payByQr(sale.caseRef(), purpose, person(buyer)).get();
        var amount = payments.collections(sale.caseRef()).stream().filter(c -> c.purpose() == purpose).findFirst().orElseThrow().missing();
        simulators.payInvoice(invoice.invoiceId(), amount.tugrug());
        payments.checkPayment(sale.caseRef(), purpose);
    }

    public void certify(SaleId sale) {
        until("a time to meet the notary is agreed", () -> isSessionAgreed(sale.caseRef()));
        bringPapers(sale);
        var answers = new LinkedHashMap<String, Object>(Map.of("decision", "CERTIFY", "sellerPresent", "true", "buyerPresent", "true",
                "identifiedBy", "ID_CARD_CHIP", "capacity", "true", "freeWill", "true", "equality", "true", "interviewedAlone", "true",
                "language", "MONGOLIAN", "originals", "4"));
        answers.put("explained", List.of("CONTENT", "EFFECT", "LIABILITY", "DOCUMENTS", "FEE"));
        doTask("anudari", sale.caseRef(), "certifyContract", answers);
    }

    /** All that the act needs lies before the notary, issued today. */
    private void bringPapers(SaleId sale) {
        var today = clock.today();
        file.documents(sale.caseRef()).forEach(paper -> file.present(person("anudari"), sale.caseRef(), paper.role(), paper.code(),
                today, today.plusDays(30)).get());
    }

    public void registrarRegisters(SaleId sale) {
        until("the transfer is filed", () -> register.filings(sale.caseRef()).stream().anyMatch(filing -> filing.filingNo() != null));
        simulators.registrarRegisters(register.filings(sale.caseRef()).get(0).filingNo());
    }

    public void handOver(String buyer, SaleId sale) {
        doTask("temuulen", sale.caseRef(), "handOverKeys", Map.of("handedOverOn", clock.today().toString(), "electricity", "1204",
                "coldWater", "88.4", "keys", "3", "utilityDebt", "45000"));
        doTask(buyer, sale.caseRef(), "acceptHandover", Map.of("decision", "ACCEPT"));
        sign(sale, "temuulen", buyer);
    }

    public void approveRelease(SaleId sale) {
        doTask("suvd", sale.caseRef(), "approveRelease", Map.of("decision", "APPROVE"));
    }

    /** As the task page does: claims when needed, shows the facts, checks the answers against the form, tells the bean of the task. */
    public void doTask(String name, CaseRef caseRef, String key, Map<String, ?> sent) {
        var person = person(name);
        if (key.equals("certifyContract")) {
            until("a time to meet the notary is agreed", () -> isSessionAgreed(caseRef));
        }
        until(name + " has the task " + key, () -> task(person, caseRef, key) != null);
        var task = task(person, caseRef, key);
        if (task.assignee() == null) {
            task = workflow.claim(person, task.id()).get();
        }
        var answers = FormAnswers.of(workflow.form(task.formKey()).orElseThrow(), sent);
        if (!answers.isValid()) {
            throw new IllegalStateException(key + ": " + answers.refusals());
        }
        var form = context.getBean(key, TaskForm.class);
        var actor = task.assignee() == null ? person : context.getBean(Standing.class).among(person, List.of(task.assignee()));
        if (form.facts(actor, task).isEmpty()) {
            throw new IllegalStateException(key + " shows nothing of what it is about");
        }
        submit(form, actor, task, answers.values());
    }

    private boolean isSessionAgreed(CaseRef caseRef) {
        meetNotary(SaleId.of(caseRef));
        return meetings.of(caseRef).isPresent();
    }

    /** Whom a timer or another was faster than is told to send it again, and does. */
    private void submit(TaskForm form, Actor actor, TaskView task, Map<String, Object> answers) {
        for (int left = SENT_AGAIN; ; left--) {
            try {
                form.submit(actor, task, answers).get();
                return;
            } catch (ConcurrencyFailureException lost) {
                if (left == 0 || workflow.hindrance(actor, task.id()).isPresent()) {
                    throw lost;
                }
            }
        }
    }

    private TaskView task(Actor actor, CaseRef caseRef, String key) {
        return workflow.openTasks(actor, caseRef).stream().filter(task -> task.taskKey().equals(key)).findFirst().orElse(null);
    }

    SaleView view(SaleId sale) {
        return sales.sale(person("temuulen"), sale).get();
    }

    boolean hasReached(SaleId sale, String stage) {
        return Sale.Stage.valueOf(view(sale).stage()).ordinal() >= Sale.Stage.valueOf(stage).ordinal();
    }

    public void untilStage(SaleId sale, String stage) {
        try {
            until("stage " + stage, () -> view(sale).stage().equals(stage));
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(sale + " stays in " + view(sale).stage() + ", waiting at " + waitingAt(sale), late);
        }
    }

    private List<String> waitingAt(SaleId sale) {
        return context.getBean(JdbcClient.class).sql("""
                select distinct at.act_id_ || ' ' || at.suspension_state_ from act_ru_execution at
                join act_ru_execution root on root.id_ = at.root_proc_inst_id_
                where root.business_key_ = ? and at.act_id_ is not null""").param(sale.caseRef().number()).query(String.class).list();
    }

    protected void until(String what, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).pollInterval(LOOK_AGAIN).until(condition);
    }

    static Actor stranger() {
        return new Actor(new PartyId(new UUID(0, 11)), "Ц. Билгүүн", Set.of(Role.BUYER, Role.SELLER));
    }
}
