package jml.connectors.signing;

import com.github.javakeyring.BackendNotSupportedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jml.core.signing.SigningKey;
import jml.core.signing.SigningKeyException;
import jml.core.signing.SigningKeys;
import org.jspecify.annotations.Nullable;

/// This machine's private keys: in the desktop's keyring; where a passphrase is given by [#PASSPHRASE] or
/// [#PASSPHRASE_FILE], in files that it locks. A key once read is kept in memory until the console ends.
public final class LocalKeys implements SigningKeys {
    public static final String PASSPHRASE = "JML_CONSOLE_PASSPHRASE";
    public static final String PASSPHRASE_FILE = "JML_CONSOLE_PASSPHRASE_FILE";
    private static final String SERVICE = "JML Console signing key";

    private final Vault.Opening vaults;
    private final Path folder;
    private final Map<String, String> environment;
    private final Map<String, SigningKey> known = new HashMap<>();

    /// @param data the console's data folder: the keys of one are not those of another
    public LocalKeys(Path data, Map<String, String> environment) {
        this(data, environment, Vault::ofDesktop);
    }

    /// @param vaults opens the keyring
    LocalKeys(Path data, Map<String, String> environment, Vault.Opening vaults) {
        this.vaults = vaults;
        this.folder = data.toAbsolutePath().normalize();
        this.environment = Map.copyOf(environment);
    }

    @Override
    public synchronized SigningKey own(String name) throws SigningKeyException, InterruptedException {
        var held = known.get(name);
        if (held == null) {
            var passphrase = passphrase();
            held = passphrase == null ? ofKeyring(name) : new PassphraseKeys(keyFolder(), passphrase).own(name);
            known.put(name, held);
        }
        return held;
    }

    @Override
    public String place() {
        return environment.containsKey(PASSPHRASE) || environment.containsKey(PASSPHRASE_FILE)
                ? "files in " + keyFolder() + ", locked by a passphrase"
                : "this machine's keyring";
    }

    private Path keyFolder() {
        return folder.resolve("keys");
    }

    private @Nullable String passphrase() throws SigningKeyException {
        var given = environment.get(PASSPHRASE);
        if (given != null && !given.isEmpty()) {
            return given;
        }
        var file = environment.get(PASSPHRASE_FILE);
        if (file == null || file.isEmpty()) {
            return null;
        }
        try {
            var read = Files.readString(Path.of(file)).strip();
            if (read.isEmpty()) {
                throw new SigningKeyException("the passphrase file " + file + " is empty");
            }
            return read;
        } catch (IOException e) {
            throw new SigningKeyException("the passphrase file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private SigningKey ofKeyring(String name) throws SigningKeyException, InterruptedException {
        var account = name + " " + folder;
        try (var vault = vaults.open()) {
            return new KeyringKeys(vault, SERVICE, keyFolder()).own(name, account);
        } catch (BackendNotSupportedException e) {
            throw new SigningKeyException(
                    "this machine has no keyring; set " + PASSPHRASE_FILE + " to a file with a passphrase", e);
        } catch (SigningKeyException | InterruptedException e) {
            throw e;
        } catch (Exception e) { // a backend throws whatever its system does, and close() declares Exception
            throw new SigningKeyException("the keyring does not give the key " + account + ": " + e.getMessage(), e);
        }
    }
}
