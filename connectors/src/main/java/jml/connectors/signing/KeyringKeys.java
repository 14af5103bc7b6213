package jml.connectors.signing;

import com.github.javakeyring.PasswordAccessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jml.core.signing.MalformedException;
import jml.core.signing.SigningKey;
import jml.core.signing.SigningKeyException;

/// Private keys in a keyring. A keyring that is locked may look like an empty one, so the public half of a key once
/// made stands in a file: while it stands there, no second key is made, and another one is not taken for it.
final class KeyringKeys {
    private final Vault vault;
    private final String service;
    private final Path folder;

    /// @param folder of the public halves
    KeyringKeys(Vault vault, String service, Path folder) {
        this.vault = vault;
        this.service = service;
        this.folder = folder;
    }

    SigningKey own(String name, String account) throws SigningKeyException {
        var file = folder.resolve(name + ".public");
        try {
            var known = Files.exists(file) ? Files.readString(file).strip() : "";
            var key = known.isEmpty() ? readOrMade(account) : read(account, file);
            var shown = key.publicKey().pem().strip();
            if (known.isEmpty()) {
                Files.createDirectories(folder);
                Files.writeString(file, shown + "\n");
            } else if (!known.equals(shown)) {
                throw new SigningKeyException("the keyring gives another key for " + account + " than the one in "
                        + file + ": nothing is signed with it. Remove the file if the new key is meant");
            }
            return key;
        } catch (IOException e) {
            throw new SigningKeyException("the key's public half " + file + " cannot be used: " + e.getMessage(), e);
        } catch (MalformedException e) {
            throw new SigningKeyException("the keyring's entry " + account + " is no key of the console", e);
        }
    }

    private SigningKey read(String account, Path file) throws SigningKeyException, MalformedException {
        try {
            return SigningKey.ofPem(vault.read(service, account));
        } catch (PasswordAccessException e) {
            throw new SigningKeyException(
                    "the keyring does not show the key " + account
                            + ", which was made before; it may be locked: unlock "
                            + "it. Only if the key is lost for good, remove " + file,
                    e);
        }
    }

    private SigningKey readOrMade(String account) throws SigningKeyException, MalformedException {
        try {
            return SigningKey.ofPem(vault.read(service, account));
        } catch (PasswordAccessException absent) {
            return made(account);
        }
    }

    private SigningKey made(String account) throws SigningKeyException, MalformedException {
        try {
            vault.write(service, account, SigningKey.generate().secretPem());
            // Read back: another console may have written at the same time, and the last one is kept; and a
            // keyring that is locked takes nothing.
            return SigningKey.ofPem(vault.read(service, account));
        } catch (PasswordAccessException e) {
            throw new SigningKeyException("the keyring does not keep the key " + account + ": " + e.getMessage(), e);
        }
    }
}
