package jml.core.approval;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jml.core.registry.ArtifactSignature.Status;
import jml.core.signing.CertificateChain;
import jml.core.signing.DsseEnvelope;
import jml.core.signing.ModelBundle;
import jml.core.signing.VerifyingKey;
import org.jspecify.annotations.Nullable;

/// Who signed a model, as far as the trusted keys tell. VALID says that the signature fits the signed text and that
/// the signer counts; what the text says is not looked at.
///
/// @param verifying the key that the signature fits; null unless VALID
record Signer(Status status, String name, @Nullable VerifyingKey verifying, String sentence) {

    static Signer of(ModelBundle bundle, List<TrustedKey> trusted, Instant at) {
        var chain = bundle.certificates();
        if (chain.isPresent()) {
            return ofCertificate(bundle.envelope(), chain.get(), trusted, at);
        }
        for (var key : trusted) {
            if (signed(bundle.envelope(), key.key())) {
                return ofKey(key, at);
            }
        }
        for (var key : trusted) {
            if (key.key().pemHint().equals(bundle.hint())) {
                return new Signer(
                        Status.BROKEN,
                        key.person(),
                        null,
                        "Names the key of " + key.person()
                                + ", whose signature does not fit: the statement or the signature was changed.");
            }
        }
        var named = bundle.hint().isEmpty()
                ? "a key that it does not name"
                : "key " + bundle.hint().substring(0, Math.min(16, bundle.hint().length()));
        return unknown(named, "Signed by " + named + ", which is not among the trusted keys.");
    }

    VerifyingKey key() {
        if (verifying == null) {
            throw new IllegalStateException("nobody who counts signed: " + sentence);
        }
        return verifying;
    }

    private static Signer ofKey(TrustedKey key, Instant at) {
        var person = key.person();
        if (!key.roles().contains(ArtifactVerification.SIGNING)) {
            return unknown(person, "Signed by " + person + ", whose key is not one for signing models.");
        }
        return switch (key.at(at)) {
            case TRUSTED -> new Signer(Status.VALID, person, key.key(), "Signed by " + person + ".");
            case REVOKED ->
                unknown(
                        person,
                        "Signed with a key of " + person + " that was revoked at " + key.revokedAt()
                                + (key.revokedBecause().isEmpty() ? "." : ": " + key.revokedBecause() + "."));
            case EXPIRED ->
                unknown(person, "Signed with a key of " + person + " that had ended at " + key.until() + ".");
            case NOT_YET -> unknown(person, "Signed with a key of " + person + " that begins at " + key.from() + ".");
        };
    }

    private static Signer ofCertificate(
            DsseEnvelope envelope, CertificateChain chain, List<TrustedKey> trusted, Instant at) {
        var subject = chain.subject();
        if (!signed(envelope, chain.key())) {
            return new Signer(
                    Status.BROKEN,
                    subject,
                    null,
                    "The signature does not fit the certificate of " + subject
                            + ": the statement or the signature was changed.");
        }
        for (var key : trusted) {
            if (key.key().equals(chain.key())) {
                return ofKey(key, at);
            }
        }
        for (var key : trusted) {
            boolean counts =
                    key.roles().contains(ArtifactVerification.AUTHORITY) && key.at(at) == TrustedKey.Standing.TRUSTED;
            if (counts && chain.vouchedFor(key.key(), at)) {
                var name = subject + " (vouched for by " + key.person() + ")";
                return new Signer(Status.VALID, name, chain.key(), "Signed by " + name + ".");
            }
        }
        return unknown(
                subject,
                "Signed with a certificate of " + subject + ", for which no trusted key vouched at " + at + ".");
    }

    private static Signer unknown(String name, String sentence) {
        return new Signer(Status.UNKNOWN_SIGNER, name, null, sentence);
    }

    private static boolean signed(DsseEnvelope envelope, VerifyingKey key) {
        return !envelope.signers(Set.of(key)).isEmpty();
    }
}
