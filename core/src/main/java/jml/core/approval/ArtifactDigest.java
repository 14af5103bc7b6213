package jml.core.approval;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jml.core.registry.ArtifactSignature;
import jml.core.signing.Sha256;
import org.jspecify.annotations.Nullable;

/// What an approval is bound to: the digest that CI wrote as a tag of the version, because a cluster tells the same one
/// of what serves; without such a tag the digest that the artifact's own signature vouches for.
public final class ArtifactDigest {
    private static final String PREFIX = "sha256:";

    private ArtifactDigest() {}

    /// @param names of tags that may hold it, the most telling first
    public static Optional<Sha256> tagged(Map<String, String> tags, List<String> names) {
        return names.stream()
                .map(name -> tags.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .flatMap(ArtifactDigest::parsed);
    }

    /// @param signature null when nobody looked; what is not valid vouches for nothing
    public static Optional<Sha256> of(
            Map<String, String> tags, List<String> names, @Nullable ArtifactSignature signature) {
        var vouched = signature != null && signature.status() == ArtifactSignature.Status.VALID
                ? Optional.ofNullable(signature.digest())
                : Optional.<Sha256>empty();
        return tagged(tags, names).or(() -> vouched);
    }

    /// Of a reference such as `registry/image@sha256:…`; empty when it holds none.
    public static Optional<Sha256> parsed(String reference) {
        int at = reference.lastIndexOf(PREFIX);
        var hex = at < 0
                ? reference.strip()
                : reference.substring(at + PREFIX.length()).strip();
        return Sha256.isHex(hex) ? Optional.of(Sha256.ofHex(hex)) : Optional.empty();
    }
}
