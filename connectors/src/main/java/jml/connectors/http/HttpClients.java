package jml.connectors.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import okhttp3.OkHttpClient;

/// The OkHttp clients of one source.
///
/// @param own shows the client certificate
/// @param stranger for other hosts a redirect leads to: trusts the same authorities, shows no certificate
record HttpClients(OkHttpClient own, OkHttpClient stranger) {
    static HttpClients open(String source, Access access, Limits limits) throws SourceException {
        try {
            var builder = new OkHttpClient.Builder()
                    .connectTimeout(limits.connect())
                    .readTimeout(limits.read())
                    .writeTimeout(limits.read())
                    .callTimeout(limits.call())
                    // Redirects are followed by Caller, which knows what another host may see.
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .retryOnConnectionFailure(true);
            var proxy = access.proxy();
            if (proxy != null) {
                builder.proxy(
                        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
            }
            Tls.configure(builder, access.certificateAuthority(), null);
            var stranger = builder.build();
            var own = stranger.newBuilder();
            Tls.configure(own, access.certificateAuthority(), access.clientCertificate());
            return new HttpClients(own.build(), stranger);
        } catch (IOException e) {
            throw new SourceException(source, Kind.MISCONFIGURED, String.valueOf(e.getMessage()), e);
        }
    }
}
