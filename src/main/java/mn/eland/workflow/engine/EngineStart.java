package mn.eland.workflow.engine;

import org.camunda.bpm.spring.boot.starter.event.JobExecutorStartingEventListener;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.stereotype.Component;

/** Takes the starter's own start of the job executor away; {@link EngineRun} decides when and whether it starts. */
@Component
class EngineStart implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        for (var name : beans.getBeanNamesForType(JobExecutorStartingEventListener.class, false, false)) {
            ((BeanDefinitionRegistry) beans).removeBeanDefinition(name);
        }
    }
}
