package mn.eland.store;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a second start on the same folder into one sentence instead of a stack trace. */
class DataFolderInUseAnalyzer extends AbstractFailureAnalyzer<EmbeddedPostgresServer.DataFolderInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedPostgresServer.DataFolderInUse cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
