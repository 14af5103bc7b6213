package jml.connectors.signing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import jml.core.signing.MalformedException;
import jml.core.signing.SigningKey;
import jml.core.signing.SigningKeyException;
import jml.core.signing.SigningKeys;

/// Private keys in files that a passphrase locks: AES-256-GCM under a key that PBKDF2-HMAC-SHA256 derives. For machines
/// without a keyring. One thread at a time; two consoles that start at once agree on the file that was there first.
public final class PassphraseKeys implements SigningKeys {
    private static final int ROUNDS = 600_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final String passphrase;

    /// One locked key as it lies on disk: everything but the passphrase.
    private record Locked(int rounds, byte[] salt, byte[] nonce, byte[] sealed) {}

    public PassphraseKeys(Path folder, String passphrase) {
        if (passphrase.isEmpty()) {
            throw new IllegalArgumentException("an empty passphrase locks nothing");
        }
        this.folder = folder;
        this.passphrase = passphrase;
    }

    @Override
    public synchronized SigningKey own(String name) throws SigningKeyException {
        var file = folder.resolve(name + ".key.json");
        try {
            if (!Files.exists(file)) {
                write(file, lock(name, SigningKey.generate()));
            }
            return unlock(name, JSON.readValue(Files.readAllBytes(file), Locked.class));
        } catch (IOException e) {
            throw new SigningKeyException("the key file " + file + " cannot be used: " + e.getMessage(), e);
        } catch (GeneralSecurityException | MalformedException | IllegalArgumentException e) {
            throw new SigningKeyException("the passphrase does not open " + file + ", or the file is damaged", e);
        }
    }

    @Override
    public String place() {
        return "files in " + folder + ", locked by a passphrase";
    }

    private Locked lock(String name, SigningKey key) throws SigningKeyException {
        var random = new SecureRandom();
        var salt = new byte[SALT];
        var nonce = new byte[NONCE];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, name, new Locked(ROUNDS, salt, nonce, new byte[0]));
            return new Locked(
                    ROUNDS, salt, nonce, cipher.doFinal(key.secretPem().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new SigningKeyException("the key cannot be locked: " + e.getMessage(), e);
        }
    }

    private SigningKey unlock(String name, Locked locked) throws GeneralSecurityException, MalformedException {
        var pem = cipher(Cipher.DECRYPT_MODE, name, locked).doFinal(locked.sealed());
        return SigningKey.ofPem(new String(pem, StandardCharsets.UTF_8));
    }

    private Cipher cipher(int mode, String name, Locked locked) throws GeneralSecurityException {
        if (locked.rounds() < 1 || locked.rounds() > MOST_ROUNDS) {
            throw new IllegalArgumentException("no number of rounds: " + locked.rounds());
        }
        var spec = new PBEKeySpec(passphrase.toCharArray(), locked.salt(), locked.rounds(), 256);
        var derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec);
        spec.clearPassword();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode, new SecretKeySpec(derived.getEncoded(), "AES"), new GCMParameterSpec(TAG_BITS, locked.nonce()));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8)); // one key's file cannot stand in for another's
        return cipher;
    }

    private void write(Path file, Locked locked) throws IOException {
        Files.createDirectories(folder);
        var base64 = Base64.getEncoder();
        var json = JSON.writeValueAsBytes(Map.of(
                "rounds", locked.rounds(),
                "salt", base64.encodeToString(locked.salt()),
                "nonce", base64.encodeToString(locked.nonce()),
                "sealed", base64.encodeToString(locked.sealed())));
        var fresh = Files.createTempFile(folder, "key", ".part");
        try {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
            }
            Files.write(fresh, json);
            try {
                Files.createLink(file, fresh); // fails when another console was first: its key is the one
            } catch (FileAlreadyExistsException _) {
                return;
            } catch (UnsupportedOperationException _) {
                // A file system without hard links: there the later of two consoles that begin at once wins.
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
