package mn.eland.integration.mail.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on this machine only and speaks as much SMTP (RFC 5321) as a sender needs. */
public class SmtpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);
    private static final int SESSIONS = 8;
    private static final int SILENCE_MILLIS = 60_000;

    private final ServerSocket door;
    private final Mailbox mailbox;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newFixedThreadPool(SESSIONS + 1, task -> {
        var thread = new Thread(task, "mail-catcher");
        thread.setDaemon(true);
        return thread;
    });

    public SmtpServer(int port, Mailbox mailbox) {
        this.mailbox = mailbox;
        try {
            door = new ServerSocket(port, SESSIONS, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("the mail catcher cannot listen on port " + port + " (eland.simulators.smtp-port)", e);
        }
        threads.execute(this::listen);
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                caller.setSoTimeout(SILENCE_MILLIS);
                open.add(caller);
                threads.execute(() -> talk(caller));
            } catch (IOException | RejectedExecutionException e) {
                if (!door.isClosed()) {
                    LOG.warn("the mail catcher lost a caller: {}", e.getMessage());
                }
            }
        }
    }

    private void talk(Socket caller) {
        try (caller) {
            new SmtpSession(caller.getInputStream(), caller.getOutputStream(), mailbox).run();
        } catch (IOException e) {
            LOG.debug("a mail session ended early", e);
        } finally {
            open.remove(caller);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var caller : open) {
            caller.close();
        }
        threads.shutdownNow();
    }
}
