package mn.eland;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * The folders of the database servers of tests. A server has thousands of small files for each of its databases, and deleting them
 * took longer than many tests: nobody waits for it now, the next run does it while it works.
 */
final class LeftData {

    private static final Path FOLDERS = Path.of("target", "test-postgres");

    private LeftData() {
    }

    /** A new folder for a server of this process. */
    static Path folder() throws IOException {
        Files.createDirectories(FOLDERS);
        var sweeper = new Thread(LeftData::sweep, "left data");
        sweeper.setDaemon(true);
        sweeper.start();
        return FOLDERS.resolve(Long.toString(ProcessHandle.current().pid())).toAbsolutePath();
    }

    private static void sweep() {
        try (var folders = Files.list(FOLDERS)) {
            for (var folder : folders.filter(LeftData::isLeft).toList()) {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException another) {
            System.getLogger(LeftData.class.getName()).log(System.Logger.Level.DEBUG, "another process sweeps too", another);
        }
    }

    private static boolean isLeft(Path folder) {
        var owner = folder.getFileName().toString();
        return !owner.matches("\\d+") || ProcessHandle.of(Long.parseLong(owner)).isEmpty();
    }
}
