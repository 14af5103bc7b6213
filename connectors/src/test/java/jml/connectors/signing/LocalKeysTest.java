package jml.connectors.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import jml.core.signing.SigningKeyException;
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
}
