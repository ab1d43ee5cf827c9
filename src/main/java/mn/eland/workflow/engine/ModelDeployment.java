package mn.eland.workflow.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models of the class path when all beans are there and before anything is served. A resource is named by
 * its path below the class path root ({@code processes/sale/sell-property.bpmn}), in a jar as in a folder, so a restart
 * in another form makes no new version. What people edited is laid over each model first.
 */
@Component
public class ModelDeployment implements SmartLifecycle {

    static final String NAME = "eland";
    private static final int BEFORE_THE_WEB_SERVER = 0;
    private static final Pattern YEARS_TO_LIVE = Pattern.compile("historyTimeToLive=\"P(\\d{1,3})Y\"");
    private static final int DAYS_PER_FOUR_YEARS = 1461;
    private static final int LONGEST_CASE_DAYS = 366;

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;
    private final List<ModelEdit> edits;
    private final List<String> patterns;
    private volatile boolean deployed;

    ModelDeployment(RepositoryService repository, ResourcePatternResolver resources, List<ModelEdit> edits,
                    @Value("${eland.workflow.models}") List<String> patterns) {
        this.repository = repository;
        this.resources = resources;
        this.edits = edits;
        this.patterns = patterns;
    }

    @Override
    public void start() {
        var models = new TreeMap<String, String>();
        try {
            for (var pattern : patterns) {
                for (var resource : resources.getResources("classpath*:" + pattern)) {
                    models.putIfAbsent(stableName(resource.getURL(), resources.getClassLoader()),
                            resource.getContentAsString(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the models of the class path cannot be read", e);
        }
        if (!models.isEmpty()) {
            deploy(models);
        }
        deployed = true;
    }

    /** Makes a new version of each packaged model that is not, with what people edited, as it was deployed last. */
    public void deploy(Map<String, String> models) {
        var deployment = repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(true);
        models.forEach((name, model) -> {
            var edited = model;
            for (var edit : edits) {
                edited = edit.laidOver(name, edited);
            }
            deployment.addString(name, inDays(edited));
        });
        deployment.deploy();
    }

    /**
     * Models say how long an ended case is kept in years, as the law does. The engine counts days from the start, so
     * that it need not write a case's history again at its end.
     */
    static String inDays(String model) {
        return YEARS_TO_LIVE.matcher(model).replaceAll(years ->
                "historyTimeToLive=\"P" + ((Integer.parseInt(years.group(1)) * DAYS_PER_FOUR_YEARS + 3) / 4 + LONGEST_CASE_DAYS) + "D\"");
    }

    /** The longest end of the address under which the class path knows the same file. */
    static String stableName(URL address, ClassLoader classPath) {
        var text = address.getPath();
        for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
            var name = URLDecoder.decode(text.substring(slash + 1).replace("+", "%2B"), StandardCharsets.UTF_8);
            var found = classPath.getResource(name);
            if (found != null && found.toString().equals(address.toString())) {
                return name;
            }
        }
        throw new IllegalStateException("not on the class path: " + address);
    }

    @Override
    public void stop() {
        deployed = false;
    }

    @Override
    public boolean isRunning() {
        return deployed;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
