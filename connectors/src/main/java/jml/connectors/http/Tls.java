package jml.connectors.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/// Trust and identity from PEM files.
final class Tls {
    private static final char[] NO_PASSWORD = {};
    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private Tls() {}

    /// @param certificate null to show none
    static void configure(
            OkHttpClient.Builder client, @Nullable Path authority, Access.@Nullable ClientCertificate certificate)
            throws IOException {
        if (authority == null && certificate == null) {
            return;
        }
        try {
            var trust = trust(authority);
            var context = SSLContext.getInstance("TLS");
            context.init(certificate == null ? null : identity(certificate), new X509TrustManager[] {trust}, null);
            client.sslSocketFactory(context.getSocketFactory(), trust);
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private static X509TrustManager trust(@Nullable Path authority) throws GeneralSecurityException, IOException {
        KeyStore store = null;
        if (authority != null) {
            store = empty();
            int number = 0;
            for (var certificate : certificates(authority)) {
                store.setCertificateEntry("authority-" + number++, certificate);
            }
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    private static KeyManager[] identity(Access.ClientCertificate files) throws GeneralSecurityException, IOException {
        var store = empty();
        var chain = certificates(files.chain()).toArray(Certificate[]::new);
        store.setKeyEntry("client", privateKey(files.key()), NO_PASSWORD, chain);
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws GeneralSecurityException, IOException {
        try (var in = Files.newInputStream(file)) {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IOException(file + " holds no certificate");
            }
            return found;
        } catch (IOException e) {
            throw new IOException("certificate file " + file + " cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new IOException("certificate file " + file + " is not PEM: " + e.getMessage(), e);
        }
    }

    private static PrivateKey privateKey(Path file) throws GeneralSecurityException, IOException {
        String pem;
        try {
            pem = Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IOException("key file " + file + " cannot be read", e);
        }
        var found = PKCS8.matcher(pem);
        if (!found.find()) {
            throw new IOException("key file " + file + " is not an unencrypted PKCS #8 key;"
                    + " convert it with: openssl pkcs8 -topk8 -nocrypt -in KEY -out NEW");
        }
        var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(1)));
        for (var algorithm : List.of("EC", "RSA", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException tryNext) {
                // The encoding names its algorithm, but the JDK only tells by refusing the others.
            }
        }
        throw new IOException("key file " + file + " is neither EC, RSA nor Ed25519");
    }
}
