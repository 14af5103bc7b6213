package jml.connectors.kubernetes;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import jml.core.source.SourceException;
import jml.core.source.SourceSettings;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// Signs in with one context of a kubeconfig: certificates, token, token file, user and password, exec plugin.
public final class KubeconfigLogin implements ClusterLogin {
    private final Kubeconfigs kubeconfigs;
    private final String context;
    private final ClusterSettings settings;
    private final InstantSource clock;
    private final UnaryOperator<@Nullable String> environment;

    /// The kubeconfig and context that a profile names.
    public static KubeconfigLogin of(SourceSettings source, InstantSource clock) {
        var file = source.kubeconfig();
        var files = file == null ? Kubeconfigs.usual(source.name()) : Kubeconfigs.of(source.name(), file);
        return new KubeconfigLogin(files, source.context(), ClusterSettings.of(source), clock);
    }

    /// @param context empty means the current one
    public KubeconfigLogin(Kubeconfigs kubeconfigs, String context, ClusterSettings settings, InstantSource clock) {
        this(kubeconfigs, context, settings, clock, System::getenv);
    }

    KubeconfigLogin(
            Kubeconfigs kubeconfigs,
            String context,
            ClusterSettings settings,
            InstantSource clock,
            UnaryOperator<@Nullable String> environment) {
        this.kubeconfigs = kubeconfigs;
        this.context = context;
        this.settings = settings;
        this.clock = clock;
        this.environment = environment;
    }

    @Override
    public Session login() throws SourceException, InterruptedException {
        var found = kubeconfigs.context(context);
        var config = Config.empty();
        // fabric8 runs a plugin without a time limit unless somebody else gives the token.
        config.setOauthTokenProvider(() -> "");
        KubeConfigUtils.merge(
                config, found.name(), found.configs().toArray(new io.fabric8.kubernetes.api.model.Config[0]));
        ClusterHttp.takeProxy(config, environment);
        var user = found.user();
        var credential = user == null ? NONE : credential(user, found, config);
        var base = HttpUrl.parse(config.getMasterUrl());
        if (base == null) {
            throw misconfigured(
                    "the server address of context \"" + found.name() + "\" is not one: " + config.getMasterUrl());
        }
        return new Session(
                ClusterHttp.client(config, settings, "context \"" + found.name() + "\" in " + kubeconfigs.describe()),
                base,
                credential,
                user == null ? Map.of() : impersonation(user),
                config.getNamespace() == null ? "" : config.getNamespace(),
                hint(user, found.name()));
    }

    private static final Credential NONE = () -> "";

    private Credential credential(AuthInfo user, KubeContext found, Config config)
            throws SourceException, InterruptedException {
        if (user.getExec() != null) {
            var plugin = new ExecPlugin(settings.source(), user.getExec(), found.file(), settings.timeout(), clock);
            var certificate = plugin.certificate();
            if (certificate != null) {
                config.setClientCertData(certificate.chain());
                config.setClientKeyData(certificate.key());
            }
            return plugin;
        }
        if (user.getTokenFile() != null) {
            var file = resolve(found.file(), user.getTokenFile());
            return () -> "Bearer " + readToken(file);
        }
        if (user.getUsername() != null && user.getPassword() != null) {
            var basic = Credentials.basic(user.getUsername(), user.getPassword());
            return () -> basic;
        }
        // A token of its own or, for an auth-provider, the one that was last fetched.
        var token = config.getAutoOAuthToken();
        return token == null ? NONE : () -> "Bearer " + token;
    }

    private String readToken(Path file) throws SourceException {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new SourceException(
                    settings.source(),
                    SourceException.Kind.SIGN_IN_NEEDED,
                    "token file " + file + " cannot be read",
                    e);
        }
    }

    private static Map<String, String> impersonation(AuthInfo user) {
        var headers = new LinkedHashMap<String, String>();
        if (user.getAs() != null && !user.getAs().isBlank()) {
            headers.put("Impersonate-User", user.getAs());
        }
        return headers;
    }

    private String hint(@Nullable AuthInfo user, String name) {
        if (user != null && user.getExec() != null) {
            return "run `" + ExecPlugin.commandLine(user.getExec()) + "` in a terminal";
        }
        return "renew the credentials of context \"" + name + "\" in " + kubeconfigs.describe();
    }

    static Path resolve(@Nullable Path kubeconfig, String file) {
        return kubeconfig == null ? Path.of(file) : kubeconfig.toAbsolutePath().resolveSibling(file);
    }

    private SourceException misconfigured(String message) {
        return new SourceException(settings.source(), SourceException.Kind.MISCONFIGURED, message);
    }
}
