package jml.connectors.signing;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import jml.core.signing.Sha256;

/// The digest of a stream, made as it arrives.
///
/// @param bytes how many there were
public record BoundedDigest(Sha256 digest, long bytes) {
    /// Empty when there are more bytes than that; the rest is then not read.
    public static Optional<BoundedDigest> of(InputStream bytes, long most) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            long all = 0;
            for (int read; (read = bytes.read(buffer)) >= 0; ) {
                all += read;
                if (all > most) {
                    return Optional.empty();
                }
                digest.update(buffer, 0, read);
            }
            return Optional.of(new BoundedDigest(Sha256.ofDigest(digest.digest()), all));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
