package jml.core.registry;

import java.util.Locale;
import jml.core.signing.Sha256;
import org.jspecify.annotations.Nullable;

/// What can be said of who vouches for a version's artifact, as read at one time. Only [Status#VALID] is a yes.
///
/// @param signer whose key signed, as the trusted keys name it; for a signer who is not trusted what the signature
///     says of the key; empty when nobody signed
/// @param digest of the artifact that is signed: what an approval binds to; null when nothing is signed, and when
///     the signed statement cannot be believed
/// @param sentence the finding in one sentence: what was checked, what was only compared, and what is wrong
public record ArtifactSignature(
        Status status, String signer, @Nullable Sha256 digest, String sentence) {

    public enum Status {
        /// A trusted key signed, and what was compared fits: the sentence says how much was.
        VALID,
        /// The registry was asked and keeps no signature beside the artifact.
        UNSIGNED,
        /// Well signed, by a key that is not trusted, not trusted any more or not for signing.
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
