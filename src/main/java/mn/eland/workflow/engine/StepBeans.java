package mn.eland.workflow.engine;

import java.util.Map;
import mn.eland.workflow.calendar.WorkCalendar;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * All that a model can name: the step beans and the two helpers. The engine sees no other bean of the application.
 * Steps are looked up when they are needed, because they know doors that know the engine.
 */
@Component
public class StepBeans {

    private final ApplicationContext context;
    private final Map<String, Object> helpers;

    StepBeans(ApplicationContext context, WorkCalendar workCalendar) {
        this.context = context;
        this.helpers = Map.of("workCalendar", workCalendar, "lines", new Lines());
    }

    public boolean isStep(String name) {
        try {
            return context.isTypeMatch(name, JavaDelegate.class);
        } catch (NoSuchBeanDefinitionException e) {
            return false;
        }
    }

    /** Null when a model cannot name it. */
    Object find(String name) {
        var helper = helpers.get(name);
        return helper != null ? helper : isStep(name) ? context.getBean(name) : null;
    }
}
