package jml.core.signing;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Certificates that came with a signature: the signer's, then whoever vouches for it. They prove nothing until a key
/// that is trusted from elsewhere vouches for them.
public final class CertificateChain {
    // RFC 2253; a name that needs an escape is shown whole.
    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=([^,+\\\\\"#]+)(?:,|$)");
    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

    private final List<X509Certificate> certificates;
    private final VerifyingKey key;

    private CertificateChain(List<X509Certificate> certificates) throws MalformedException {
        this.certificates = certificates;
        this.key = VerifyingKey.ofDer(certificates.getFirst().getPublicKey().getEncoded());
    }

    /// @param der the signer's certificate first
    public static CertificateChain ofDer(List<byte[]> der) throws MalformedException {
        if (der.isEmpty()) {
            throw new MalformedException("no certificate of the signer");
        }
        var certificates = new ArrayList<X509Certificate>();
        for (var one : der) {
            try {
                certificates.add((X509Certificate) factory().generateCertificate(new ByteArrayInputStream(one)));
            } catch (CertificateException e) {
                throw new MalformedException("a certificate cannot be read", e);
            }
        }
        return new CertificateChain(List.copyOf(certificates));
    }

    /// The signer's key.
    public VerifyingKey key() {
        return key;
    }

    /// Whose certificate it says to be: its common name, else the whole name.
    public String subject() {
        var name = certificates.getFirst().getSubjectX500Principal().getName();
        var common = COMMON_NAME.matcher(name);
        return common.find() ? common.group(1) : name;
    }

    /// Whether an authority with that key vouches for the signer at that instant: each certificate signed by the next,
    /// all in their time, the signer's meant for signatures. Nobody is asked whether one was revoked since.
    public boolean vouchedFor(VerifyingKey authority, Instant at) {
        if (!isForSigning()) {
            return false;
        }
        for (int length = 1; length <= certificates.size(); length++) {
            var path = certificates.subList(0, length);
            try {
                var anchor = new TrustAnchor(path.getLast().getIssuerX500Principal(), authority.publicKey(), null);
                var parameters = new PKIXParameters(Set.of(anchor));
                parameters.setRevocationEnabled(false);
                parameters.setDate(Date.from(at));
                CertPathValidator.getInstance("PKIX").validate(factory().generateCertPath(path), parameters);
                return true;
            } catch (GeneralSecurityException _) {
                // not this authority's, not now, or not yet: one more certificate may lead to it
            }
        }
        return false;
    }

    private boolean isForSigning() {
        var signer = certificates.getFirst();
        var usage = signer.getKeyUsage();
        try {
            var extended = signer.getExtendedKeyUsage();
            return (usage != null && usage[0]) || (extended != null && extended.contains(CODE_SIGNING));
        } catch (CertificateException _) {
            return false; // what it is meant for cannot be read
        }
    }

    private static CertificateFactory factory() {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (CertificateException e) {
            throw new IllegalStateException("every JDK reads X.509", e);
        }
    }
}
