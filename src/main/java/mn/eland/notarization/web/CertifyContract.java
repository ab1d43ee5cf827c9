package mn.eland.notarization.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mn.eland.contract.Contracts;
import mn.eland.contract.brought.BroughtPapers;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.notarization.Notarizations;
import mn.eland.notarization.Notarizations.Checks;
import mn.eland.notarization.Notarizations.Grounds;
import mn.eland.notarization.Notarizations.NotarizationView;
import mn.eland.notarization.file.RequiredDocument.State;
import mn.eland.notarization.session.ActFile;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The task "Certify contract": the notary's session with its check list. */
@Component
class CertifyContract implements TaskForm {

    private final Notarizations notarizations;
    private final ActFile file;
    private final Contracts contracts;
    private final BroughtPapers papers;
    private final Parties parties;
    private final ElandClock clock;

    CertifyContract(Notarizations notarizations, ActFile file, Contracts contracts, BroughtPapers papers, Parties parties, ElandClock clock) {
        this.notarizations = notarizations;
        this.file = file;
        this.contracts = contracts;
        this.papers = papers;
        this.parties = parties;
        this.clock = clock;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return notarizations.notarization(task.caseRef()).map(act -> facts(actor, act)).orElse(List.of());
    }

    private List<Fact> facts(Actor actor, NotarizationView act) {
        var request = act.request();
        var facts = new ArrayList<Fact>();
        var hindrance = notarizations.mayAct(actor, act.caseRef()).refusal();
        if (hindrance != null) {
            facts.add(new Fact("notarization.fact.hindrance", new MessageKey("notarization.hindrance." + hindrance.code()), "danger"));
        }
        facts.add(Fact.of("notarization.fact.registryNo", request.registryNo()));
        facts.add(Fact.of("notarization.fact.district", new MessageKey("district." + request.district())));
        facts.add(Fact.of("notarization.fact.value", request.value()));
        facts.add(Fact.of("notarization.fact.fee", act.fee()));
        facts.add(Fact.of("notarization.fact.seller", parties.party(request.seller()).fullName()));
        facts.add(Fact.of("notarization.fact.buyer", parties.party(request.buyer()).fullName()));
        facts.addAll(papers(act));
        contracts.document(request.document()).ifPresent(contract -> {
            facts.add(new Fact("notarization.fact.accepted", contract.isAcceptedByAll(), contract.isAcceptedByAll() ? "done" : "waiting"));
            facts.add(Fact.of("notarization.fact.hash", contract.sha256()));
        });
        if (request.solo()) {
            facts.add(new Fact("notarization.fact.solo", new MessageKey("notarization.fact.solo.yes"), "danger"));
        }
        return facts;
    }

    /** Each paper with what can be said of it today. */
    private List<Fact> papers(NotarizationView act) {
        var today = clock.today();
        return file.documents(act.caseRef()).stream().map(document -> {
            var state = document.state(today);
            return new Fact("notarization.document." + document.code(), new MessageKey("notarization.file.state." + state),
                    state == State.PRESENTED ? "done" : state == State.MISSING ? "waiting" : "danger");
        }).toList();
    }

    @Override
    public Map<String, Object> prefill(Actor actor, TaskView task) {
        return Map.of("language", "MONGOLIAN", "originals", 4L);
    }

    @Override
    public List<Document> documents(Actor actor, TaskView task) {
        var brought = papers.of(task.caseRef(), actor).stream().map(paper -> new Document("contract.paper", paper.href(), paper.title()));
        var own = notarizations.notarization(task.caseRef()).stream().flatMap(act -> Stream.of(new Document("notarization.file.title", "/notary/files/" + task.caseRef()),
                new Document("notarization.document.title", "/documents/" + act.request().document())));
        return Stream.concat(own, brought).toList();
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        var decided = "REFUSE".equals(answers.get("decision"))
                ? notarizations.refuse(actor, task.caseRef(), new Grounds(text(answers, "refusalCode"), text(answers, "refusalArticle"), text(answers, "refusalGrounds")))
                : notarizations.certify(actor, task.caseRef(), checks(answers));
        return decided.map(act -> null);
    }

    private static Checks checks(Map<String, Object> answers) {
        return new Checks(isTicked(answers, "sellerPresent"), isTicked(answers, "buyerPresent"), text(answers, "identifiedBy"),
                isTicked(answers, "capacity"), isTicked(answers, "freeWill"), isTicked(answers, "equality"),
                isTicked(answers, "interviewedAlone"), text(answers, "language"), text(answers, "otherLanguage"),
                text(answers, "interpreter"), list(answers, "explained"),
                answers.get("originals") instanceof Long originals ? originals : 0);
    }

    private static boolean isTicked(Map<String, Object> answers, String key) {
        return Boolean.TRUE.equals(answers.get(key));
    }

    private static String text(Map<String, Object> answers, String key) {
        return (String) answers.get(key);
    }

    private static List<String> list(Map<String, Object> answers, String key) {
        return answers.get(key) instanceof List<?> values ? values.stream().map(Object::toString).toList() : List.of();
    }
}
