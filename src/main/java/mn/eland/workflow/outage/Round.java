package mn.eland.workflow.outage;

/** What came of asking an outside system once around. One failure makes the round a failed one. */
public final class Round {

    private boolean answered;
    private Exception failure;

    /** The system did what was asked. */
    public void answered() {
        answered = true;
    }

    /** The system did not. */
    public void failed(Exception error) {
        failure = error;
    }

    public boolean isAnswered() {
        return answered;
    }

    /** Null when nothing failed. */
    public Exception failure() {
        return failure;
    }
}
