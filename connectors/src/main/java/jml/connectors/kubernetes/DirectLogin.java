package jml.connectors.kubernetes;

import io.fabric8.kubernetes.client.Config;
import java.nio.file.Path;
import java.util.Map;
import jml.core.source.SourceException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// Signs in without a kubeconfig: an address and what a profile says about it.
///
/// @param authority, certificate, key PEM files; null when not used
public record DirectLogin(
        ClusterSettings settings,
        HttpUrl base,
        Credential credential,
        @Nullable Path authority,
        @Nullable Path certificate,
        @Nullable Path key)
        implements ClusterLogin {
    @Override
    public Session login() throws SourceException {
        var config = Config.empty();
        config.setMasterUrl(base.toString());
        if (authority != null) {
            config.setCaCertFile(authority.toString());
        }
        if (certificate != null && key != null) {
            config.setClientCertFile(certificate.toString());
            config.setClientKeyFile(key.toString());
        }
        ClusterHttp.takeProxy(config, System::getenv);
        return new Session(
                ClusterHttp.client(config, settings, base.toString()),
                base,
                credential,
                Map.of(),
                "",
                "renew the credentials of source \"" + settings.source() + "\"");
    }
}
