package mn.eland.workflow.feel;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/**
 * Gives decision tables full FEEL, evaluated by the stock library with two things kept that it makes anew for every
 * cell: the parsed expression and the built-in functions.
 */
public final class CachedFeelFactory implements FeelEngineFactory {

    private final Clock clock;

    /** @param clock what {@code now()} and {@code today()} read */
    public CachedFeelFactory(Clock clock) {
        this.clock = clock;
    }

    @Override
    public FeelEngine createInstance() {
        // the engine asks for the library's engine while it is being constructed, so the clock must be known before
        CLOCK.set(clock);
        try {
            return new Engine();
        } finally {
            CLOCK.remove();
        }
    }

    private static final ThreadLocal<Clock> CLOCK = new ThreadLocal<>();

    private static final class Engine extends ScalaFeelEngine {

        Engine() {
            super(List.of());
        }

        @Override
        protected org.camunda.feel.FeelEngine buildFeelEngine(CustomFunctionTransformer functions, CompositeValueMapper values) {
            return new CachedFeel(functions, values, CLOCK.get());
        }
    }
}
