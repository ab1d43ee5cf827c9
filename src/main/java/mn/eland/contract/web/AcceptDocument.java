package mn.eland.contract.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mn.eland.contract.Contracts;
import mn.eland.contract.Contracts.DocumentView;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The task "Accept a document": the same act as on the document's page, for those who come from the inbox. */
@Component
class AcceptDocument implements TaskForm {

    private final Contracts contracts;

    AcceptDocument(Contracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        var facts = new ArrayList<Fact>();
        contracts.awaiting(task.caseRef(), actor).ifPresent(document -> {
            facts.add(Fact.of("contract.task.document", new MessageKey("contract.kind." + document.kind())));
            facts.add(Fact.of("contract.number", document.number()));
            Summary.of(contracts.facts(document.id())).forEach(line -> facts.add(Fact.of(line.labelKey(), line.value())));
            facts.add(new Fact("contract.task.binds", new MessageKey(Summary.bindsKey(document.kind())), "waiting"));
        });
        return facts;
    }

    @Override
    public List<Document> documents(Actor actor, TaskView task) {
        return contracts.awaiting(task.caseRef(), actor)
                .map(document -> List.of(new Document("contract.kind." + document.kind(), "/documents/" + document.id()))).orElse(List.of());
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return document(actor, task)
                .map(document -> contracts.accept(document.id(), actor, (String) answers.get("code"), Requests.evidence()).map(done -> (Void) null))
                .orElseGet(() -> Outcome.refused(Refusal.conflict("ALREADY_ACCEPTED")));
    }

    /** What waits for the person; else what the person accepted before the task was there. */
    private Optional<DocumentView> document(Actor actor, TaskView task) {
        return contracts.awaiting(task.caseRef(), actor).or(() -> contracts.documents(task.caseRef()).stream()
                .filter(document -> document.acceptances().stream().anyMatch(acceptance -> acceptance.signer().equals(contracts.as(document.id(), actor).party())))
                .reduce((older, newer) -> newer));
    }
}
