package jml.core.registry;

import java.util.Locale;
import jml.core.signing.Sha256;
import org.jspecify.annotations.Nullable;

/// What can be said of who vouches for a version's artifact, as read at one time. Only [Status#VALID] is a yes.
///
/// @param signer whose key signed, as the trusted keys name it; for a signer who is not trusted what the signature
/// says of the key; empty when nobody signed
/// @param digest of the artifact as it lies there, signed or not, and what an approval binds to: SHA-256 over the
/// digests     of its files in order of their paths (OpenSSF model signing); null when it is not signed by a trusted
/// key and     not all of its files were read
/// @param sentence the finding in one sentence: what was checked, what was only compared, and what is wrong
public record ArtifactSignature(
        Status status, String signer, @Nullable Sha256 digest, String sentence) {

    public enum Status {
        /// A trusted key signed, and what was compared fits: the sentence says how much was.
        VALID,
        /// The registry was asked and keeps no signature beside the artifact.
        UNSIGNED,
        /// By a key that is not trusted, not trusted any more or not for signing.
        UNKNOWN_SIGNER,
        /// The signature does not fit its text, or the artifact is not the one that was signed.
        BROKEN;

        /// As policies and tags write it: `valid`, `unsigned`, `unknown`, `broken`.
        public String word() {
            return this == UNKNOWN_SIGNER ? "unknown" : name().toLowerCase(Locale.ROOT);
        }
    }

    public ArtifactSignature {
        if (sentence.isBlank()) {
            throw new IllegalArgumentException("a finding without a sentence: " + status);
        }
        if (status == Status.VALID && (signer.isBlank() || digest == null)) {
            throw new IllegalArgumentException("valid without a signer or a digest: " + sentence);
        }
    }
}
