package mn.eland.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps files in {@code <data>/documents/ab/cd/<hash>}: written beside, forced to the disk, then moved into place, so
 * that a file with a right name always has its whole content.
 */
@Component
final class FolderObjectStore implements ObjectStore {

    private final Path home;

    FolderObjectStore(@Value("${eland.data}") Path data) {
        this.home = data.resolve("documents").toAbsolutePath().normalize();
    }

    @Override
    public void keep(String sha256, byte[] content) {
        var file = file(sha256);
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            var beside = file.resolveSibling("." + UUID.randomUUID() + ".part");
            try (var channel = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                for (var rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + sha256 + " could not be kept", e);
        }
    }

    @Override
    public InputStream open(String sha256) {
        try {
            return Files.newInputStream(file(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + sha256 + " cannot be read", e);
        }
    }

    private Path file(String sha256) {
        return home.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    }

    /** Makes the new name durable too; Windows cannot open a folder and does not need it. */
    private static void forceFolder(Path folder) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
