package jml.connectors.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.javakeyring.PasswordAccessException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jml.core.signing.SigningKey;
import jml.core.signing.SigningKeyException;
import jml.core.signing.SigningKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKeysTest {
    private static final String PASSPHRASE = "correct horse";

    @TempDir
    Path folder;

    @Test
    void aKeyIsMadeOnceAndOpenedByItsPassphrase() throws Exception {
        var made = keys(PASSPHRASE).own("audit");

        assertThat(keys(PASSPHRASE).own("audit").publicKey()).isEqualTo(made.publicKey());
        assertThat(keys(PASSPHRASE).own("approval").publicKey()).isNotEqualTo(made.publicKey());
    }

    @Test
    void anotherPassphraseDoesNotOpenIt() throws Exception {
        keys(PASSPHRASE).own("audit");

        assertThatThrownBy(() -> keys("wrong").own("audit"))
                .isInstanceOf(SigningKeyException.class)
                .hasMessageContaining("passphrase");
    }

    @Test
    void aKeyFileCannotStandInForAnother() throws Exception {
        keys(PASSPHRASE).own("audit");
        Files.copy(folder.resolve("keys/audit.key.json"), folder.resolve("keys/approval.key.json"));

        assertThatThrownBy(() -> keys(PASSPHRASE).own("approval")).isInstanceOf(SigningKeyException.class);
    }

    @Test
    void thePassphraseMayLieInAFile() throws Exception {
        var file = Files.writeString(folder.resolve("passphrase"), PASSPHRASE + "\n");
        var made = new LocalKeys(folder, Map.of(LocalKeys.PASSPHRASE_FILE, file.toString())).own("audit");

        assertThat(keys(PASSPHRASE).own("audit").publicKey()).isEqualTo(made.publicKey());
    }

    @Test
    void theFileHoldsNeitherKeyNorPassphrase() throws Exception {
        var secret = keys(PASSPHRASE).own("audit").secretPem().lines().skip(1).findFirst();

        assertThat(Files.readString(folder.resolve("keys/audit.key.json"), StandardCharsets.ISO_8859_1))
                .doesNotContain(secret.orElseThrow(), PASSPHRASE);
    }

    @Test
    void aDamagedFileSaysWhichOne() throws Exception {
        Files.createDirectories(folder.resolve("keys"));
        Files.writeString(folder.resolve("keys/audit.key.json"), "{");

        assertThatThrownBy(() -> keys(PASSPHRASE).own("audit"))
                .isInstanceOf(SigningKeyException.class)
                .hasMessageContaining("audit.key.json");
    }

    private LocalKeys keys(String passphrase) {
        return new LocalKeys(folder, Map.of(LocalKeys.PASSPHRASE, passphrase));
    }

    /// A keyring in memory that can be locked, and then looks empty as KWallet does.
    private static final class FakeVault implements Vault {
        private final Map<String, String> secrets = new HashMap<>();
        private boolean locked;
        private boolean swallows;

        @Override
        public String read(String service, String account) throws PasswordAccessException {
            var secret = locked ? null : secrets.get(service + account);
            if (secret == null) {
                throw new PasswordAccessException("Password is not in wallet");
            }
            return secret;
        }

        @Override
        public void write(String service, String account, String secret) {
            if (!swallows) {
                secrets.put(service + account, secret);
            }
        }

        @Override
        public void close() {}
    }

    private SigningKeys keyring(FakeVault vault) {
        return new LocalKeys(folder, Map.of(), () -> vault);
    }

    @Test
    void aLockedKeyringIsNotAnEmptyOne() throws Exception {
        var vault = new FakeVault();
        var made = keyring(vault).own("audit").publicKey();
        var kept = Map.copyOf(vault.secrets);
        vault.locked = true;

        assertThatThrownBy(() -> keyring(vault).own("audit"))
                .isInstanceOf(SigningKeyException.class)
                .hasMessageContaining("may be locked");
        assertThat(vault.secrets).isEqualTo(kept);
        vault.locked = false;
        assertThat(keyring(vault).own("audit").publicKey()).isEqualTo(made);
    }

    @Test
    void anotherKeyInItsPlaceIsNotTakenForIt() throws Exception {
        var vault = new FakeVault();
        keyring(vault).own("audit");
        vault.secrets.replaceAll((_, _) -> SigningKey.generate().secretPem());

        assertThatThrownBy(() -> keyring(vault).own("audit"))
                .isInstanceOf(SigningKeyException.class)
                .hasMessageContaining("another key");
    }

    @Test
    void aKeyThatTheKeyringDoesNotKeepIsNotUsed() {
        var vault = new FakeVault();
        vault.swallows = true;

        assertThatThrownBy(() -> keyring(vault).own("audit")).isInstanceOf(SigningKeyException.class);
        assertThat(folder.resolve("keys/audit.public")).doesNotExist();
    }

    @Test
    void theFileOfAKeyringsKeyHoldsOnlyItsPublicHalf() throws Exception {
        var vault = new FakeVault();
        var secret = keyring(vault).own("audit").secretPem().lines().skip(1).findFirst();

        assertThat(Files.readString(folder.resolve("keys/audit.public"))).doesNotContain(secret.orElseThrow());
    }
}
