package jml.core.signing;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The file in which a model's signature is kept: a Sigstore bundle around a DSSE envelope.
///
/// @param hint what the bundle says of the key, which decides nothing; may be empty
/// @param certificates of the signer, its own first; empty when it signed with a bare key
public record ModelBundle(DsseEnvelope envelope, String hint, Optional<CertificateChain> certificates) {
    private static final String MEDIA_TYPE = "application/vnd.dev.sigstore.bundle";

    /// Of the JSON form. Unknown members are ignored.
    public static ModelBundle ofMap(Map<String, ?> json) throws MalformedException {
        var type = Members.text(json, "mediaType");
        if (!type.startsWith(MEDIA_TYPE)) {
            throw new MalformedException("no Sigstore bundle but " + type);
        }
        var material = Members.object(json, "verificationMaterial");
        var envelope = DsseEnvelope.ofMap(Members.object(json, "dsseEnvelope"));
        if (material.containsKey("publicKey")) {
            var hint = Members.object(material, "publicKey").get("hint");
            return new ModelBundle(envelope, hint instanceof String text ? text : "", Optional.empty());
        }
        var chain = new ArrayList<byte[]>();
        if (material.containsKey("certificate")) {
            chain.add(raw(Members.object(material, "certificate")));
        } else {
            for (var one : Members.list(Members.object(material, "x509CertificateChain"), "certificates")) {
                chain.add(raw(Members.object(one, "certificates[]")));
            }
        }
        return new ModelBundle(envelope, "", Optional.of(CertificateChain.ofDer(List.copyOf(chain))));
    }

    private static byte[] raw(Map<String, Object> certificate) throws MalformedException {
        try {
            return Base64.getDecoder().decode(Members.text(certificate, "rawBytes"));
        } catch (IllegalArgumentException e) {
            throw new MalformedException("rawBytes is not base64", e);
        }
    }
}
