package mn.eland.store;

import java.nio.file.Path;

/** Holds a server open until it is killed. */
public final class ServerInAnotherJvm {

    private ServerInAnotherJvm() {
    }

    public static void main(String[] args) throws Exception {
        var server = EmbeddedPostgresServer.start(Path.of(args[0]));
        EmbeddedPostgresServerTests.execute(server, "create table flat (no int)", "insert into flat values (9)");
        System.out.println("ready");
        new java.util.concurrent.CountDownLatch(1).await();
    }
}
