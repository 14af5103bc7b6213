package jml.connectors.signing;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.io.Closeable;
import java.io.IOException;

/// A desktop's keyring. What is not there is a [PasswordAccessException], and so is, with some backends, whatever a
/// locked one does not show: KWallet that a person did not open says "Password is not in wallet".
interface Vault extends Closeable {
    String read(String service, String account) throws PasswordAccessException;

    void write(String service, String account, String secret) throws PasswordAccessException;

    /// Opens the keyring; it may ask the person to unlock it.
    interface Opening {
        Vault open() throws BackendNotSupportedException, InterruptedException;
    }

    static Vault ofDesktop() throws BackendNotSupportedException {
        var keyring = Keyring.create();
        return new Vault() {
            @Override
            public String read(String service, String account) throws PasswordAccessException {
                return keyring.getPassword(service, account);
            }

            @Override
            public void write(String service, String account, String secret) throws PasswordAccessException {
                keyring.setPassword(service, account, secret);
            }

            @Override
            public void close() throws IOException {
                try {
                    keyring.close();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (Exception e) { // which it declares
                    throw new IOException(e.getMessage(), e);
                }
            }
        };
    }
}
