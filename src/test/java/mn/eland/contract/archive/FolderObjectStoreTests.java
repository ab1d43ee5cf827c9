package mn.eland.contract.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import mn.eland.store.vault.TestVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of documents lie sealed, also those of before, and follow a new key. */
class FolderObjectStoreTests {

    private static final String NAME = "ab" + "cd" + "0".repeat(60);
    private static final byte[] CONTENT = "%PDF-1.7 ЯЯ88041511".getBytes(StandardCharsets.UTF_8);
    private static final String FIRST = "a:" + TestVault.key();
    private static final String SECOND = "b:" + TestVault.key();

    @TempDir Path folder;

    @Test
    void aFileIsSealedOnTheDiskAndReadAsItWas() throws IOException {
        var store = store(FIRST);

        store.keep(NAME, CONTENT);
        store.keep(NAME, CONTENT);

        assertThat(store.open(NAME).readAllBytes()).isEqualTo(CONTENT);
        assertThat(onDisk()).startsWith("e1.a.").doesNotContain("PDF");
        assertThatThrownBy(() -> store(SECOND).open(NAME)).hasMessageContaining("no key named a");
    }

    @Test
    void aFileThatWasPutInPlaceOfAnotherIsNotOpened() throws IOException {
        var store = store(FIRST);
        var other = NAME.substring(0, 63) + "1";
        store.keep(NAME, CONTENT);
        Files.copy(file(), file().resolveSibling(other));

        assertThatThrownBy(() -> store.open(other)).hasMessageContaining("another place");
    }

    @Test
    void filesOfBeforeAndOfAnOldKeyAreSealedAgain() throws IOException {
        Files.createDirectories(file().getParent());
        Files.write(file(), CONTENT);
        assertThat(store(FIRST).open(NAME).readAllBytes()).isEqualTo(CONTENT);

        assertThat(store(FIRST).sealAgain()).isEqualTo(1);
        assertThat(onDisk()).startsWith("e1.a.");
        assertThat(store(FIRST).sealAgain()).isZero();
        assertThat(store(SECOND + "," + FIRST).sealAgain()).isEqualTo(1);

        assertThat(onDisk()).startsWith("e1.b.");
        assertThat(store(SECOND).open(NAME).readAllBytes()).isEqualTo(CONTENT);
        try (Stream<Path> left = Files.list(file().getParent())) {
            assertThat(left).hasSize(1);
        }
    }

    private FolderObjectStore store(String keys) {
        return new FolderObjectStore(folder, TestVault.of(keys));
    }

    private Path file() {
        return folder.resolve("documents/ab/cd").resolve(NAME);
    }

    private String onDisk() throws IOException {
        return Files.readString(file(), StandardCharsets.ISO_8859_1);
    }
}
