package mn.eland.property.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.property.TitleReading;
import mn.eland.property.title.TitleDesk;
import mn.eland.property.title.TitleDesk.Cure;
import mn.eland.property.title.TitleDesk.Payoff;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The task "Cure a title": the agent brings the paper that removes what the check found. */
@Component
class CureTitle implements TaskForm {

    private static final Set<String> CURABLE =
            Set.of("MORTGAGE", "MINOR_PERMIT", "REFERENCE_OLD", "CADASTRE_DIFF", "AREA_DIFF", "NO_COMMISSION_ACT");

    private final TitleDesk desk;
    private final CaseFactsOfProperty facts;

    CureTitle(TitleDesk desk, CaseFactsOfProperty facts) {
        this.desk = desk;
        this.facts = facts;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return facts.ofTitle(task.caseRef());
    }

    @Override
    public Map<String, Object> prefill(Actor actor, TaskView task) {
        return facts.title(task.caseRef()).map(TitleReading::code).filter(CURABLE::contains)
                .<Map<String, Object>>map(code -> Map.of("problem", code)).orElse(Map.of());
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        var found = facts.title(task.caseRef()).map(TitleReading::code).orElse(null);
        if (!answers.get("problem").equals(found)) {
            return Outcome.refused(Refusal.invalid("CURE_OTHER_DEFECT", "problem"));
        }
        var area = (String) answers.get("areaM2");
        return desk.cureTitle(actor, task.caseRef(), new Cure((String) answers.get("documentNo"),
                (LocalDate) answers.get("documentDate"), (String) answers.get("issuer"), (String) answers.get("note"),
                (String) answers.get("parcelNo"), area == null ? null : Double.valueOf(area.replace(',', '.')), payoff(answers)));
    }

    private static Payoff payoff(Map<String, Object> answers) {
        return answers.get("payoffMnt") == null ? null : new Payoff(Money.of((Long) answers.get("payoffMnt")),
                (String) answers.get("payoffIban"), (LocalDate) answers.get("payoffValidUntil"));
    }
}
