package mn.eland.contract.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import mn.eland.store.vault.SealedFiles;
import mn.eland.store.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Keeps files in {@code <data>/documents/ab/cd/<hash>}: written beside, forced to the disk, then moved into place, so
 * that a file with a right name always has its whole content. Contracts and scans name people, so files are sealed.
 */
@Component
@ConditionalOnProperty(name = "eland.archive.store", havingValue = "folder", matchIfMissing = true)
public final class FolderObjectStore implements ObjectStore, SealedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(FolderObjectStore.class);
    private static final int BEGINNING = 64;

    private final Path home;
    private final Vault vault;

    FolderObjectStore(@Value("${eland.data}") Path data, Vault vault) {
        this.vault = vault;
        this.home = data.resolve("documents").toAbsolutePath().normalize();
    }

    @Override
    public void keep(String sha256, byte[] content) {
        var file = file(sha256);
        if (Files.exists(file)) {
            return;
        }
        write(file, sha256, content);
    }

    private void write(Path file, String sha256, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            var beside = file.resolveSibling("." + UUID.randomUUID() + ".part");
            try (var channel = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                for (var rest = ByteBuffer.wrap(vault.sealFile(content, place(sha256))); rest.hasRemaining(); ) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(file.getParent());
        } catch (IOException e) {
            throw new Unavailable("the file " + sha256 + " could not be kept", e);
        }
    }

    @Override
    public InputStream open(String sha256) {
        try {
            return new ByteArrayInputStream(vault.openFile(Files.readAllBytes(file(sha256)), place(sha256)));
        } catch (NoSuchFileException e) {
            throw new Missing(sha256);
        } catch (IOException e) {
            throw new Unavailable("the file " + sha256 + " cannot be read", e);
        }
    }

    @Override
    public void remove(String sha256) {
        try {
            if (Files.deleteIfExists(file(sha256))) {
                forceFolder(file(sha256).getParent());
            }
        } catch (IOException e) {
            throw new Unavailable("the file " + sha256 + " cannot be taken away", e);
        }
    }

    /** One after the other, each in place of itself; a file that cannot be read stays and is told. */
    @Override
    public int sealAgain() {
        if (!Files.exists(home)) {
            return 0;
        }
        int sealed = 0;
        try (var files = Files.walk(home)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile).filter(one -> !one.getFileName().toString().startsWith("."))::iterator) {
                sealed += sealedAgain(file) ? 1 : 0;
            }
            return sealed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean sealedAgain(Path file) throws IOException {
        try (var beginning = Files.newInputStream(file)) {
            if (vault.isSealedNow(beginning.readNBytes(BEGINNING))) {
                return false;
            }
        }
        var sha256 = file.getFileName().toString();
        try {
            write(file, sha256, vault.openFile(Files.readAllBytes(file), place(sha256)));
            return true;
        } catch (IllegalStateException unreadable) {
            LOG.error("The file {} cannot be opened and stays as it is", sha256, unreadable);
            return false;
        }
    }

    private static String place(String sha256) {
        return "contract.files:" + sha256;
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
