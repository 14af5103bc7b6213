package jml.connectors.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientFactory;
import io.fabric8.kubernetes.client.okhttp.OkHttpClientImpl;
import java.time.Duration;
import java.util.Locale;
import java.util.function.UnaryOperator;
import jml.core.source.SourceException;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/// Makes HTTP clients for a cluster: fabric8 knows its certificates, keys and proxies.
final class ClusterHttp {
    private ClusterHttp() {}

    /// @param where names the context and file, for the message when its certificates cannot be used
    static OkHttpClient client(Config config, ClusterSettings settings, String where) throws SourceException {
        config.setConnectionTimeout((int) settings.timeout().toMillis());
        HttpClient.Factory factory = new OkHttpClientFactory() {
            @Override
            protected void additionalConfig(OkHttpClient.Builder builder) {
                // A VPN that drops leaves HTTP/2 streams that never end; ten seconds is how old a lie may get.
                builder.pingInterval(Duration.ofSeconds(10)).readTimeout(settings.silence());
            }
        };
        try {
            return ((OkHttpClientImpl) factory.newBuilder(config).build()).getOkHttpClient();
        } catch (KubernetesClientException e) {
            throw new SourceException(
                    settings.source(),
                    SourceException.Kind.MISCONFIGURED,
                    "certificates of " + where + " cannot be used: " + rootOf(e).getMessage());
        }
    }

    /// What the configuration does not say about proxies, the environment may.
    static void takeProxy(Config config, UnaryOperator<@Nullable String> environment) {
        if (config.getHttpProxy() == null) {
            config.setHttpProxy(variable(environment, "HTTP_PROXY"));
        }
        if (config.getHttpsProxy() == null) {
            config.setHttpsProxy(variable(environment, "HTTPS_PROXY"));
        }
        var direct = variable(environment, "NO_PROXY");
        if (direct != null && !direct.isBlank()) {
            config.setNoProxy(direct.strip().split("[\\s,]+"));
        }
    }

    private static @Nullable String variable(UnaryOperator<@Nullable String> environment, String name) {
        var upper = environment.apply(name);
        return upper == null ? environment.apply(name.toLowerCase(Locale.ROOT)) : upper;
    }

    private static Throwable rootOf(Throwable problem) {
        var root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
