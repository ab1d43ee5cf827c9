package mn.eland.workflow.guard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import mn.eland.workflow.DeploymentRefused;
import mn.eland.workflow.DeploymentRefused.Finding;
import mn.eland.workflow.form.FormReader;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.xml.sax.SAXException;

/**
 * Stands before the engine's own deployers, so it sees every deployment whatever door it came through, and every model
 * again when the engine takes it from the database. An editor of models must not be able to run code: only the listed
 * elements, attributes and forms of expressions pass.
 */
public final class ModelGuard implements Deployer {

    private final Predicate<String> isStep;

    public ModelGuard(Predicate<String> isStep) {
        this.isStep = isStep;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        var findings = new ArrayList<Finding>();
        deployment.getResources().values().forEach(
                resource -> findings.addAll(check(resource.getName(), resource.getBytes(), deployment.isNew())));
        if (!findings.isEmpty()) {
            throw new DeploymentRefused(findings);
        }
    }

    /** What is wrong with a model, without deploying it: for the editor's lint. */
    public List<Finding> check(String name, byte[] content, boolean isNew) {
        var findings = new ArrayList<Finding>();
        try {
            if (name.endsWith(".bpmn")) {
                new BpmnGuard(name, step -> !isNew || isStep.test(step), findings::add).check(SafeXml.parse(content));
            } else if (name.endsWith(".dmn")) {
                new DmnGuard(name, isNew, findings::add).check(SafeXml.parse(content));
            } else if (name.endsWith(".form")) {
                FormReader.read(name, content);
            } else {
                findings.add(new Finding(name, "(file)", "only .bpmn, .dmn and .form files are deployed"));
            }
        } catch (DeploymentRefused refused) {
            findings.addAll(refused.findings());
        } catch (SAXException | IOException e) {
            findings.add(new Finding(name, "(file)", "not a readable XML document: " + e.getMessage()));
        }
        return findings;
    }
}
