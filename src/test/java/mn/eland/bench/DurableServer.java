package mn.eland.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;

/** A server of its own that waits for the disk at each commit. */
final class DurableServer {

    private DurableServer() {
    }

    static EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(90)).setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C").setLocaleConfig("encoding", "UTF8").setServerConfig("max_connections", "200")
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on").start();
    }
}
