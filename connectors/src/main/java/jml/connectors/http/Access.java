package jml.connectors.http;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How to reach a server and prove who asks.
///
/// @param clientCertificate shown in the TLS handshake; null for none
/// @param certificateAuthority PEM file of the authorities to trust instead of the JDK's; null for the JDK's
/// @param headers sent with every request, for example a tenant header
/// @param secretHeaders the same, for values that are secrets
/// @param proxy null for what the JVM is told by its own properties
public record Access(
        Auth auth,
        @Nullable ClientCertificate clientCertificate,
        @Nullable Path certificateAuthority,
        Map<String, String> headers,
        Map<String, Secret> secretHeaders,
        @Nullable HttpProxy proxy) {

    /// @param chain PEM file: the certificate, then those between it and the authority
    /// @param key PEM file, unencrypted PKCS #8
    public record ClientCertificate(Path chain, Path key) {}

    /// A proxy that speaks HTTP CONNECT.
    public record HttpProxy(String host, int port) {}

    private static final Access OPEN = new Access(new Auth.None(), null, null, Map.of(), Map.of(), null);

    public Access {
        headers = Map.copyOf(headers);
        secretHeaders = Map.copyOf(secretHeaders);
    }

    /// No authentication, nothing special.
    public static Access open() {
        return OPEN;
    }

    public Access withAuth(Auth changed) {
        return new Access(changed, clientCertificate, certificateAuthority, headers, secretHeaders, proxy);
    }

    public Access withHeaders(Map<String, String> changed) {
        return new Access(auth, clientCertificate, certificateAuthority, changed, secretHeaders, proxy);
    }

    public Access withSecretHeaders(Map<String, Secret> changed) {
        return new Access(auth, clientCertificate, certificateAuthority, headers, changed, proxy);
    }

    public Access withClientCertificate(@Nullable ClientCertificate changed) {
        return new Access(auth, changed, certificateAuthority, headers, secretHeaders, proxy);
    }

    public Access withCertificateAuthority(@Nullable Path changed) {
        return new Access(auth, clientCertificate, changed, headers, secretHeaders, proxy);
    }

    public Access withProxy(@Nullable HttpProxy changed) {
        return new Access(auth, clientCertificate, certificateAuthority, headers, secretHeaders, changed);
    }

    /// Names headers without their values: some people put a key there.
    @Override
    public String toString() {
        return "Access[" + auth + ", clientCertificate=" + clientCertificate + ", certificateAuthority="
                + certificateAuthority + ", headers=" + headers.keySet() + ", secretHeaders=" + secretHeaders
                + ", proxy=" + proxy + "]";
    }
}
