package mn.eland.desk.rules;

import java.util.OptionalInt;
import mn.eland.edge.web.MenuPlace;
import mn.eland.kernel.Actor;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Leads analysts, operators and admins to parameters and holidays, with the changes that wait for a second person. */
@Component
class RulesPlace implements MenuPlace {

    private final Workflow workflow;

    RulesPlace(Workflow workflow) {
        this.workflow = workflow;
    }

    @Override
    public String path() {
        return "/parameters";
    }

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public String icon() {
        return "bi-sliders";
    }

    @Override
    public OptionalInt waiting(Actor actor) {
        return workflow.parametersToApprove(actor);
    }
}
