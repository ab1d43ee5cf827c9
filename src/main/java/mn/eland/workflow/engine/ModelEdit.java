package mn.eland.workflow.engine;

/** What people changed in a packaged model, laid over it before it is deployed. */
@FunctionalInterface
public interface ModelEdit {

    /** The model with the changes, or as it came. The same changes give the same text, so that a restart makes no new version. */
    String laidOver(String name, String model);
}
