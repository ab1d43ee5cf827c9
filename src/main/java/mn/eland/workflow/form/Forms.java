package mn.eland.workflow.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import mn.eland.workflow.FormDefinition;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.springframework.stereotype.Component;

/** The forms as deployed last. A deployed form never changes, so each version is read once. */
@Component
public class Forms {

    private final ProcessEngineConfigurationImpl engine;
    private final RepositoryService repository;
    private final Map<String, FormDefinition> byVersion = new ConcurrentHashMap<>();

    Forms(ProcessEngineConfigurationImpl engine, RepositoryService repository) {
        this.engine = engine;
        this.repository = repository;
    }

    public Optional<FormDefinition> latest(String key) {
        return Optional.ofNullable(engine.getCommandExecutorTxRequired().execute(
                command -> command.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key)))
                .map(form -> byVersion.computeIfAbsent(form.getId(), id -> read(form)));
    }

    private FormDefinition read(CamundaFormDefinitionEntity form) {
        try (InputStream json = repository.getResourceAsStream(form.getDeploymentId(), form.getResourceName())) {
            return FormReader.read(form.getResourceName(), json.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
