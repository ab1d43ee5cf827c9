package mn.eland.desk.rules;

import static mn.eland.edge.web.RefusedException.orThrow;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Role;
import mn.eland.workflow.Parameter;
import mn.eland.workflow.Parameter.Change;
import mn.eland.workflow.Workflow;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The numbers of law and product: what is in force, what is proposed, and who changed what. */
@Controller
@RequestMapping("/parameters")
class ParameterPages {

    private static final int HISTORY = 50;
    private final Workflow workflow;
    private final ParameterWords words;
    private final Refusals refusals;

    ParameterPages(Workflow workflow, ParameterWords words, Refusals refusals) {
        this.workflow = workflow;
        this.words = words;
        this.refusals = refusals;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        var locale = LocaleContextHolder.getLocale();
        var rows = orThrow(workflow.parameters(actor)).stream().map(parameter -> row(parameter, locale))
                .sorted(Comparator.comparing(row -> !row.parameter().read())).toList();
        var byKey = rows.stream().collect(Collectors.toMap(row -> row.parameter().key(), Function.identity()));
        model.addAttribute("tables", rows.stream()
                .collect(Collectors.groupingBy(row -> row.parameter().table(), LinkedHashMap::new, Collectors.toList())));
        model.addAttribute("waiting", rows.stream().map(row -> row.parameter().waiting()).filter(Objects::nonNull)
                .map(change -> step(change, byKey, actor, locale)).toList());
        model.addAttribute("history", orThrow(workflow.parameterChanges(actor, HISTORY)).stream()
                .filter(change -> change.state() != Parameter.State.PROPOSED).map(change -> step(change, byKey, actor, locale)).toList());
        model.addAttribute("mayPropose", actor.isAnyOf(Role.ANALYST, Role.ADMIN));
        return "desk/parameters";
    }

    @PostMapping("/changes")
    String propose(Actor actor, @RequestParam String key, @RequestParam(defaultValue = "") String value,
                   @RequestParam(defaultValue = "") String reason, RedirectAttributes after) {
        after.addFlashAttribute("typedKey", key);
        after.addFlashAttribute("typedValue", value);
        after.addFlashAttribute("typedReason", reason);
        return back(workflow.proposeParameter(actor, key, value, reason), "parameters.proposed", after);
    }

    @PostMapping("/changes/{id}/approve")
    String approve(Actor actor, @PathVariable long id, RedirectAttributes after) {
        return back(workflow.decideParameter(actor, id, true, null), "parameters.approved", after);
    }

    @PostMapping("/changes/{id}/refuse")
    String refuse(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String note, RedirectAttributes after) {
        return back(workflow.decideParameter(actor, id, false, note), "parameters.refused", after);
    }

    private String back(Outcome<Change> outcome, String doneKey, RedirectAttributes after) {
        RuleAnswers.tell(outcome, refusals, doneKey, after);
        return "redirect:/parameters";
    }

    private Row row(Parameter parameter, Locale locale) {
        return new Row(parameter, words.meaning(parameter.key(), locale), words.value(parameter.kind(), parameter.value(), locale),
                words.value(parameter.kind(), parameter.packaged(), locale), words.basis(parameter.basis(), locale));
    }

    private Step step(Change change, Map<String, Row> rows, Actor actor, Locale locale) {
        var row = rows.get(change.key());
        Function<String, String> say = value -> row == null ? value : words.value(row.parameter().kind(), value, locale);
        return new Step(change, words.meaning(change.key(), locale), say.apply(change.before()), say.apply(change.value()),
                change.proposedBy().equals(actor.party()));
    }

    /** @param value as a person reads it; @param packaged likewise */
    record Row(Parameter parameter, String meaning, String value, String packaged, String basis) {
    }

    /** @param own proposed by the reader */
    record Step(Change change, String meaning, String before, String value, boolean own) {
    }
}
