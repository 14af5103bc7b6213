package jml.core.source;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How one source is reached, as a profile holds it. Never a secret, only where one is kept.
///
/// @param name unique in the profile
/// @param product decides the connector
/// @param url base address with any path prefix; null for a cluster
/// @param kubeconfig file; null means the usual places
/// @param context of the kubeconfig; empty means its current one
/// @param namespaces to look at; empty means all one may see
/// @param selector extra matchers inside PromQL braces, or alert matchers, one a line; may be empty
/// @param interval between two questions
/// @param timeout of one question
public record SourceSettings(
        String name,
        String environment,
        Product product,
        @Nullable URI url,
        @Nullable String kubeconfig,
        String context,
        List<String> namespaces,
        String selector,
        SignIn signIn,
        Duration interval,
        Duration timeout) {

    public enum Product {
        PROMETHEUS("prometheus", SourceKind.METRICS),
        ALERTMANAGER("alertmanager", SourceKind.ALERTS),
        MLFLOW("mlflow", SourceKind.REGISTRY),
        KUBERNETES("kubernetes", SourceKind.CLUSTER);

        private final String word;
        private final SourceKind kind;

        Product(String word, SourceKind kind) {
            this.word = word;
            this.kind = kind;
        }

        /// As a profile writes it.
        public String word() {
            return word;
        }

        public SourceKind kind() {
            return kind;
        }

        /// How long one question may take where nobody says otherwise. A registry is read whole, page after page, and
        /// MLflow 2 needs two minutes for 10,000 models.
        public Duration usualTimeout() {
            return kind == SourceKind.REGISTRY ? Duration.ofMinutes(3) : Duration.ofSeconds(10);
        }
    }

    /// @param user for BASIC; empty otherwise
    /// @param secret where password or token is kept; null when none is needed
    /// @param certificate, key, authority PEM files; null when not used
    /// @param headers sent with every request, for example a tenant
    /// @param proxy `host:port`; null means none
    public record SignIn(
            Method method,
            String user,
            @Nullable SecretPlace secret,
            @Nullable String certificate,
            @Nullable String key,
            @Nullable String authority,
            Map<String, String> headers,
            @Nullable String proxy) {
        public enum Method {
            NONE,
            BEARER,
            BASIC,
            CLIENT_CERTIFICATE
        }

        public static final SignIn NONE = new SignIn(Method.NONE, "", null, null, null, null, Map.of(), null);

        public SignIn {
            headers = Map.copyOf(headers);
        }
    }

    /// Where a secret is kept; the console reads it when it needs it and keeps it nowhere.
    ///
    /// @param place name of the environment variable, path of the file, command line, or `service/account` of the
    /// keyring
    public record SecretPlace(Kind kind, String place) {
        public enum Kind {
            KEYRING,
            VARIABLE,
            FILE,
            COMMAND
        }
    }

    public SourceSettings {
        if (name.isBlank()) {
            throw new IllegalArgumentException("source without a name");
        }
        if (interval.isNegative() || interval.isZero() || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("interval and timeout of " + name + " must be positive");
        }
        namespaces = List.copyOf(namespaces);
    }
}
