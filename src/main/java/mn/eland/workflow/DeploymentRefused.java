package mn.eland.workflow;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a deployment holds something that models may not hold. Nothing of the deployment is kept. */
public final class DeploymentRefused extends RuntimeException {

    private final List<Finding> findings;

    public DeploymentRefused(List<Finding> findings) {
        super("deployment refused: " + findings.stream().map(Finding::toString).collect(Collectors.joining("; ")));
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }

    /**
     * One reason.
     *
     * @param resource the file
     * @param element  id of the element, or of the nearest one around it that has an id
     * @param reason   what is wrong, in English, for the lint list of the editor and the log
     */
    public record Finding(String resource, String element, String reason) {

        @Override
        public String toString() {
            return resource + " · " + element + ": " + reason;
        }
    }
}
