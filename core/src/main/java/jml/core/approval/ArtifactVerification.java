package jml.core.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jml.core.registry.ArtifactSignature;
import jml.core.registry.ArtifactSignature.Status;
import jml.core.signing.ArtifactFile;
import jml.core.signing.InTotoStatement;
import jml.core.signing.JsonReader;
import jml.core.signing.MalformedException;
import jml.core.signing.ModelBundle;
import jml.core.signing.ModelManifest;
import jml.core.signing.Sha256;
import jml.core.signing.UnsupportedSignatureException;
import org.jspecify.annotations.Nullable;

/// Holds a model's signature and its files against the trusted keys: OpenSSF model signing with a key or a certificate.
///
/// A key counts with the role `signing`; with `signing-authority` it vouches for signers' certificates.
public final class ArtifactVerification {
    public static final String SIGNING = "signing";
    public static final String AUTHORITY = "signing-authority";

    private static final int NAMED = 3;

    private final List<TrustedKey> trusted;
    private final JsonReader json;

    /// @param trusted all that are known, revoked and expired ones too
    public ArtifactVerification(List<TrustedKey> trusted, JsonReader json) {
        this.trusted = List.copyOf(trusted);
        this.json = json;
    }

    /// @param bundle the signature's file; null when there is none
    /// @param files all that lie in the artifact's folder
    /// @param at when it was signed at the latest, by a clock that is not the signer's: keys and certificates count
    ///     when they did then, revoked ones never
    /// @throws UnsupportedSignatureException when it is of a kind that the console cannot check
    public ArtifactSignature check(byte @Nullable [] bundle, Collection<ArtifactFile> files, Instant at)
            throws UnsupportedSignatureException {
        var there = ModelManifest.digest(files).orElse(null);
        if (bundle == null) {
            return new ArtifactSignature(
                    Status.UNSIGNED, "", there, "Not signed: no " + ArtifactFile.SIGNATURE + " lies beside the model.");
        }
        ModelBundle signed;
        try {
            signed = ModelBundle.ofMap(json.object(bundle));
        } catch (MalformedException e) {
            return broken("", there, ArtifactFile.SIGNATURE + " is not a model's signature: " + e.getMessage() + ".");
        }
        var signer = Signer.of(signed, trusted, at);
        if (signer.status() != Status.VALID) {
            return new ArtifactSignature(signer.status(), signer.name(), there, signer.sentence());
        }
        try {
            return compared(signer.name(), manifest(signed, signer), files, there);
        } catch (MalformedException e) {
            return broken(
                    signer.name(),
                    there,
                    "Signed by " + signer.name() + ", and not a model's signature: " + e.getMessage() + ".");
        }
    }

    private ModelManifest manifest(ModelBundle signed, Signer signer)
            throws MalformedException, UnsupportedSignatureException {
        var verified = signed.envelope().verify(Set.of(signer.key()), 1).orElseThrow();
        return ModelManifest.of(InTotoStatement.read(signed.envelope(), verified, json));
    }

    private static ArtifactSignature compared(
            String signer, ModelManifest manifest, Collection<ArtifactFile> files, @Nullable Sha256 there) {
        var compared = manifest.compare(files);
        if (!compared.faults().isEmpty()) {
            return broken(
                    signer,
                    there,
                    "Signed by " + signer + ", and not what was signed: " + some(compared.faults()) + ".");
        }
        int all = manifest.files().size();
        var named = compared.named().stream().map(ArtifactFile::path).toList();
        var sentence =
                "Signed by " + signer + "; " + compared.hashed().size() + " of " + all + " files hashed and equal"
                        + (named.isEmpty() ? "." : ", only the name compared of " + some(named) + ".");
        return new ArtifactSignature(Status.VALID, signer, manifest.digest(), sentence);
    }

    private static String some(List<String> texts) {
        var first = texts.stream().limit(NAMED).collect(Collectors.joining(", "));
        return texts.size() > NAMED ? first + " and " + (texts.size() - NAMED) + " more" : first;
    }

    private static ArtifactSignature broken(String signer, @Nullable Sha256 there, String sentence) {
        return new ArtifactSignature(Status.BROKEN, signer, there, sentence);
    }
}
