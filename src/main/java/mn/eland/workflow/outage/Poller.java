package mn.eland.workflow.outage;

import java.util.function.IntSupplier;

/** Something that asks an outside system in a rhythm. A module gives one bean for each. */
public interface Poller {

    /** Message keys {@code outage.name.<name>} and {@code outage.waits.<name>}. */
    String name();

    /** How much waits for the system to answer. */
    int waiting();

    /** Asks at once, whatever pause was to come. Harmless when it runs already. */
    void tryNow();

    static Poller of(String name, IntSupplier waiting, Runnable tryNow) {
        return new Poller() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public int waiting() {
                return waiting.getAsInt();
            }

            @Override
            public void tryNow() {
                tryNow.run();
            }
        };
    }
}
