package mn.eland.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import mn.eland.store.vault.Vault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class VaultTests {

    private static final String PLACE = "identity.parties.phone:1";

    @TempDir Path folder;

    @Test
    void whatIsSealedOpensAtItsPlaceOnlyAndLooksDifferentEachTime() {
        var vault = TestVault.fresh();

        var sealed = vault.seal("99112233", PLACE);

        assertThat(sealed).startsWith("e1.test-1.").doesNotContain("99112233").isNotEqualTo(vault.seal("99112233", PLACE));
        assertThat(vault.open(sealed, PLACE)).isEqualTo("99112233");
        assertThatThrownBy(() -> vault.open(sealed, "identity.parties.phone:2")).hasMessageContaining("another place");
        assertThat(vault.seal(null, PLACE)).isNull();
        assertThat(vault.open(null, PLACE)).isNull();
    }

    @Test
    void everySingleByteThatIsChangedIsNoticed() {
        var vault = TestVault.fresh();
        var sealed = vault.seal("УБ90010112", PLACE);
        int from = sealed.lastIndexOf('.') + 1;
        var bytes = Vault.bytes(sealed.substring(from));

        for (int i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            var text = sealed.substring(0, from) + Vault.text(changed);
            assertThatThrownBy(() -> vault.open(text, PLACE)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void plainTextAndTextOfAnUnknownKeyAreRefused() {
        var vault = TestVault.fresh();

        assertThatThrownBy(() -> vault.open("99112233", PLACE)).hasMessageContaining("not sealed");
        assertThatThrownBy(() -> vault.open("e1.other.AAAA", PLACE)).hasMessageContaining("no key named other");
    }

    @Test
    void theFirstKeySealsAndAllKeysOpen() {
        var first = "a:" + TestVault.key();
        var second = "b:" + TestVault.key();
        var before = new Vault(TestVault.ring(first));
        var after = new Vault(TestVault.ring(second + "," + first));

        assertThat(after.open(before.seal("99112233", PLACE), PLACE)).isEqualTo("99112233");
        assertThat(after.seal("99112233", PLACE)).startsWith("e1.b.");
        assertThat(after.index(Kind.PHONE, "99112233")).isEqualTo(before.index(Kind.PHONE, "99112233"));
    }

    @Test
    void textsSealedAlikeAreEqualForEqualTextsOnly() {
        var vault = TestVault.fresh();

        assertThat(vault.sealAlike("123456", PLACE)).isEqualTo(vault.sealAlike("123456", PLACE)).isNotEqualTo(vault.sealAlike("123457", PLACE))
                .isNotEqualTo(vault.sealAlike("123456", "elsewhere"));
        assertThat(vault.open(vault.sealAlike("123456", PLACE), PLACE)).isEqualTo("123456");
    }

    @Test
    void anIndexIsEqualForEqualValuesOfAKindHoweverTheyAreWritten() {
        var vault = TestVault.fresh();

        assertThat(vault.index(Kind.REGISTER_NUMBER, " уб90010112 ")).isEqualTo(vault.index(Kind.REGISTER_NUMBER, "УБ90010112")).hasSize(32);
        assertThat(vault.index(Kind.PHONE, "99112233")).isNotEqualTo(vault.index(Kind.ACCOUNT, "99112233"));
        assertThat(vault.index(Kind.PHONE, null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a:", "a:AAAA", "a:?", "A B:%1$s", "a:%1$s,a:%1$s", "%1$s"})
    void aRingThatIsNoneIsRefusedWithoutShowingAKey(String keys) {
        var key = TestVault.key();

        assertThatThrownBy(() -> TestVault.ring(keys.formatted(key))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("eland.vault").hasMessageNotContaining(key);
    }

    @Test
    void aFolderWithoutKeysIsGivenSomeOnce() throws IOException {
        var file = folder.resolve("data/vault.keys");

        var sealed = new Vault(KeyFile.readOrMake(file)).seal("99112233", PLACE);

        assertThat(new Vault(KeyFile.readOrMake(file)).open(sealed, PLACE)).isEqualTo("99112233");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void productionHasKeysOfItsOwn() {
        var production = new MockEnvironment();
        production.setActiveProfiles("production");
        var own = new VaultProperties("p-1:" + TestVault.key(), TestVault.key());

        assertThatThrownBy(() -> VaultConfiguration.keyRing(new VaultProperties("", ""), folder, production))
                .hasMessageContaining("Profile production does not start without keys of its own");
        assertThat(folder).isEmptyDirectory();
        assertThat(VaultConfiguration.keyRing(own, folder, production).current()).isEqualTo("p-1");
        assertThat(own.toString()).doesNotContain(own.keys()).doesNotContain(own.indexKey());
    }
}
