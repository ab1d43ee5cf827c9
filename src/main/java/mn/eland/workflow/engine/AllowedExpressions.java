package mn.eland.workflow.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import mn.eland.workflow.calendar.WorkCalendar;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * The second wall behind the guard: even an expression that got past it reads variables and step beans, and calls
 * nothing but {@code workCalendar.plus}, {@code lines.of} and {@code execution.processBusinessKey}.
 */
final class AllowedExpressions extends JuelExpressionManager {

    private final StepBeans steps;

    AllowedExpressions(StepBeans steps) {
        this.steps = steps;
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new AllowedCalls(steps));
        return resolver;
    }

    private static final class AllowedCalls extends ELResolver {

        private final StepBeans steps;

        AllowedCalls(StepBeans steps) {
            this.steps = steps;
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            if (arguments != null && arguments.length == 1) {
                if (base instanceof WorkCalendar calendar && "plus".equals(method)) {
                    context.setPropertyResolved(true);
                    return calendar.plus((String) arguments[0]);
                }
                if (base instanceof Lines lines && "of".equals(method)) {
                    context.setPropertyResolved(true);
                    return lines.of(arguments[0]);
                }
            }
            return null;
        }

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            if (base == null) {
                var named = steps.find(property.toString());
                context.setPropertyResolved(named != null);
                return named;
            }
            if (base instanceof DelegateExecution execution && "processBusinessKey".equals(property)) {
                context.setPropertyResolved(true);
                return execution.getProcessBusinessKey();
            }
            return null;
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw new UnsupportedOperationException("a model reads, it does not write");
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return null;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }
    }
}
