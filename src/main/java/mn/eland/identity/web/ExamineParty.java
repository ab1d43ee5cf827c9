package mn.eland.identity.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mn.eland.identity.Parties;
import mn.eland.identity.passport.Passports;
import mn.eland.identity.verification.Verification;
import mn.eland.identity.verification.Verification.Examination;
import mn.eland.identity.verification.Verifications;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Mask;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The task "Examine party": compliance looks at a face, a name or a risk before we deal with somebody. */
@Component
class ExamineParty implements TaskForm {

    private final Verifications verifications;
    private final Passports passports;
    private final Parties parties;

    ExamineParty(Verifications verifications, Passports passports, Parties parties) {
        this.passports = passports;
        this.verifications = verifications;
        this.parties = parties;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return verifications.find(task.caseRef()).map(this::facts).orElse(List.of());
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return verifications.examine(actor, task.caseRef(), new Examination("ACCEPT".equals(answers.get("decision")),
                (String) answers.get("fundsSource"), (String) answers.get("wealthSource"), (String) answers.get("note")));
    }

    private List<Fact> facts(Verification found) {
        var party = parties.party(found.party());
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("identity.fact.name", party.fullName()));
        facts.add(Fact.of("identity.fact.register", party.registerNo()));
        if (party.birthDate() != null) {
            facts.add(Fact.of("identity.fact.born", party.birthDate()));
        }
        facts.add(Fact.of("identity.fact.address", party.address()));
        facts.add(new Fact("identity.fact.level", new MessageKey("identity.level." + found.level()), "waiting"));
        passports.of(found.number()).ifPresent(shown -> {
            facts.add(Fact.of("identity.fact.passport", shown.nationality() + " " + Mask.account(shown.documentNo())));
            facts.add(Fact.of("identity.fact.passportUntil", shown.expiresOn()));
            facts.add(marked("identity.fact.bornMatches", shown.bornMatches(), !shown.bornMatches()));
            facts.add(Fact.of("identity.fact.pictures", "/compliance/verifications/" + found.number()));
        });
        if (found.method() != Verification.Method.COMPANY) {
            facts.add(marked("identity.fact.nameMatches", found.nameMatches(), !found.nameMatches()));
            facts.add(Fact.of("identity.fact.likeness", found.likeness() == null ? "–" : Math.round(found.likeness() * 100) + "\u00A0%"));
        } else {
            facts.add(marked("identity.fact.ownersKnown", found.ownersKnown(), !found.ownersKnown()));
        }
        facts.add(marked("identity.fact.pep", found.pep(), found.pep()));
        if (found.hits() != null) {
            facts.add(new Fact("identity.fact.hits", found.hits().replace("\n", ", "), "danger"));
        }
        facts.add(marked("identity.fact.resident", party.resident(), !party.resident()));
        return facts;
    }

    private static Fact marked(String key, boolean value, boolean mark) {
        return new Fact(key, value, mark ? "danger" : null);
    }
}
