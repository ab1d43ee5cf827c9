package mn.eland.store.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Properties;

/** The keys of an installation that was given none: made once, kept beside the data, readable for its owner only. */
final class KeyFile {

    private static final String HEAD = "# Keys of this data folder. Without them what is sealed in the database is lost; who has both reads it.\n";

    private KeyFile() {
    }

    static KeyRing readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            var lines = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                lines.load(reader);
            }
            return KeyRing.of(lines.getProperty("keys", ""), lines.getProperty("index-key", ""));
        } catch (IOException e) {
            throw new UncheckedIOException("the keys in " + file + " cannot be read", e);
        }
    }

    /** Written beside and linked into place: of two starts at once one wins, and nobody reads half a file. */
    private static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var beside = Files.createTempFile(file.toAbsolutePath().getParent(), ".vault", ".part");
        try {
            Files.writeString(beside, HEAD + "keys=local-1:" + fresh() + "\nindex-key=" + fresh() + "\n");
            if (Files.getFileStore(beside).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-------"));
            }
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException another) {
            return;
        } catch (UnsupportedOperationException noLinks) {
            Files.copy(beside, file);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static String fresh() {
        return Base64.getEncoder().encodeToString(Sealing.random(KeyRing.KEY_BYTES));
    }
}
