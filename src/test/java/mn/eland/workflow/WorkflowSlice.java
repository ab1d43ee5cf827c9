package mn.eland.workflow;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** What {@link WorkflowTest} starts. No component itself, so the whole application does not find it. */
@EnableAutoConfiguration
@ComponentScan(basePackages = {"mn.eland.workflow", "mn.eland.kernel"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@Import(EngineScenario.class)
class WorkflowSlice {
}
