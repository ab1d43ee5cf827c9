package mn.eland.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL 17 in a folder of ours: durable, kept between starts, one application at a time. A server that a
 * killed application left behind is stopped cleanly and started again.
 */
final class EmbeddedPostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgresServer.class);
    private static final Duration START_WAIT = Duration.ofSeconds(90);
    private static final long ORPHAN_STOP_SECONDS = 30;

    private final FileChannel lockFile;
    private final FileLock lock;
    private final EmbeddedPostgres server;

    private EmbeddedPostgresServer(FileChannel lockFile, FileLock lock, EmbeddedPostgres server) {
        this.lockFile = lockFile;
        this.lock = lock;
        this.server = server;
    }

    /** @throws DataFolderInUse when another application runs on the same folder */
    static EmbeddedPostgresServer start(Path folder) {
        try {
            var home = folder.toAbsolutePath().normalize();
            Files.createDirectories(home);
            var lockFile = FileChannel.open(home.resolve("eland.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(lockFile);
            if (lock == null) {
                lockFile.close();
                throw new DataFolderInUse(home);
            }
            var data = home.resolve("pgdata");
            dropHalfMade(home, data);
            stopOrphan(data);
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(START_WAIT)
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("encoding", "UTF8")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "120")
                    .setServerConfig("listen_addresses", "localhost")
                    .start();
            Files.writeString(marker(home), "PostgreSQL data folder of ELAND, complete since its first start.\n");
            LOG.info("PostgreSQL is ready on port {} with data in {}", server.getPort(), data);
            return new EmbeddedPostgresServer(lockFile, lock, server);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started in " + folder, e);
        }
    }

    String jdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        try {
            server.close();
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            LOG.warn("PostgreSQL did not stop cleanly; the next start will take care of it", e);
        }
    }

    private static FileLock tryLock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static Path marker(Path home) {
        return home.resolve("complete");
    }

    /** A folder without our mark is the rest of an interrupted first start. */
    private static void dropHalfMade(Path home, Path data) throws IOException {
        if (Files.exists(data) && !Files.exists(marker(home))) {
            stopOrphan(data);
            try (var files = Files.walk(data)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** An application that was killed leaves its server running; two servers must not share a folder. */
    private static void stopOrphan(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || lines.get(0).isBlank()) {
            return;
        }
        var process = ProcessHandle.of(Long.parseLong(lines.get(0).trim()));
        if (process.isPresent() && isPostgres(process.get())) {
            LOG.info("Stopping the PostgreSQL server that an earlier run left behind (process {})", process.get().pid());
            interrupt(process.get());
            try {
                process.get().onExit().get(ORPHAN_STOP_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                process.get().destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        Files.deleteIfExists(pidFile);
    }

    /** SIGINT is PostgreSQL's fast shutdown: clients are dropped, the data folder is left consistent. */
    private static void interrupt(ProcessHandle process) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            process.destroy();
        } else {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.contains("postgres")).orElse(false);
    }

    /** Said in one sentence at the second start on the same folder. */
    static final class DataFolderInUse extends IllegalStateException {
        DataFolderInUse(Path folder) {
            super("ELAND is already running on the data folder " + folder
                    + "; stop it first, or start this one with --eland.data=<another folder>.");
        }
    }
}
