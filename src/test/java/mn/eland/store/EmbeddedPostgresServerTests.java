package mn.eland.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresServerTests {

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsThereAfterAStopAndAStart() throws SQLException {
        try (var server = EmbeddedPostgresServer.start(folder)) {
            execute(server, "create table flat (no int)", "insert into flat values (7)");
        }

        try (var server = EmbeddedPostgresServer.start(folder)) {
            assertThat(ask(server, "select no from flat")).isEqualTo("7");
        }
    }

    @Test
    void everyCommitReachesTheDisk() throws SQLException {
        try (var server = EmbeddedPostgresServer.start(folder)) {
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(server, "select current_setting('server_version_num')::int / 10000")).isEqualTo("17");
        }
    }

    @Test
    void aSecondStartOnTheSameFolderSaysSo() {
        try (var server = EmbeddedPostgresServer.start(folder)) {
            assertThat(server.port()).isPositive();

            assertThatThrownBy(() -> EmbeddedPostgresServer.start(folder))
                    .isInstanceOf(EmbeddedPostgresServer.DataFolderInUse.class).hasMessageContaining("already running");
        }
    }

    @Test
    void aServerLeftBehindByAKilledApplicationIsTakenOver() throws Exception {
        var orphan = startInAnotherJvm();
        var pid = Long.parseLong(Files.readAllLines(folder.resolve("pgdata/postmaster.pid")).get(0).trim());

        orphan.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        var stillThere = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);

        try (var server = EmbeddedPostgresServer.start(folder)) {
            assertThat(stillThere).isTrue();
            assertThat(ask(server, "select no from flat")).isEqualTo("9");
            assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
        }
    }

    @Test
    void theRestOfAnInterruptedFirstStartIsMadeAnew() throws IOException, SQLException {
        Files.createDirectories(folder.resolve("pgdata"));
        Files.writeString(folder.resolve("pgdata/postgresql.conf"), "# half made\n");

        try (var server = EmbeddedPostgresServer.start(folder)) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    private Process startInAnotherJvm() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), ServerInAnotherJvm.class.getName(),
                folder.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var lines = process.inputReader()) {
            var line = lines.readLine();
            while (line != null && !line.equals("ready")) {
                line = lines.readLine();
            }
            assertThat(line).isEqualTo("ready");
        }
        return process;
    }

    static void execute(EmbeddedPostgresServer server, String... statements) throws SQLException {
        try (var connection = connect(server); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(EmbeddedPostgresServer server, String sql) throws SQLException {
        try (var connection = connect(server); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), "postgres", "");
    }
}
