package jml.app.connect;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import jml.connectors.http.Access;
import jml.connectors.http.Auth;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.JsonWrites;
import jml.connectors.http.Limits;
import jml.connectors.http.LocalSecrets;
import jml.connectors.http.Secret;
import jml.core.source.SourceException;
import jml.core.source.SourceSettings;
import jml.core.source.SourceSettings.SecretPlace;
import jml.core.source.SourceSettings.SignIn;
import org.jspecify.annotations.Nullable;

/// From a profile's words about signing in to an HTTP client that does it.
final class SourceAccess {
    private static final Duration COMMAND_LIMIT = Duration.ofSeconds(30);

    // However long a question may take, a server that is away is told soon.
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration SILENCE_LIMIT = Duration.ofMinutes(1);
    private static final Duration FILE_LIMIT = Duration.ofMinutes(5);

    private SourceAccess() {}

    /// Reads certificates, so it may fail; reads no secret yet.
    static JsonHttp http(SourceSettings source) throws SourceException {
        return JsonHttp.open(source.name(), url(source), access(source), limits(source));
    }

    /// The same for reading files, which takes its time.
    static JsonHttp files(SourceSettings source, long maxBytes) throws SourceException {
        var limits = limits(source)
                .withTimeouts(CONNECT_LIMIT, SILENCE_LIMIT, FILE_LIMIT)
                .withMaxBytes(maxBytes);
        return JsonHttp.open(source.name(), url(source), access(source), limits);
    }

    /// The same for changing the server; each request leaves at most once.
    static JsonWrites writes(SourceSettings source) throws SourceException {
        return JsonWrites.open(source.name(), url(source), access(source), limits(source), new LocalSecrets());
    }

    private static String url(SourceSettings source) throws SourceException {
        if (source.url() == null) {
            throw misconfigured(source, "has no url");
        }
        return source.url().toString();
    }

    private static Limits limits(SourceSettings source) {
        var all = source.timeout();
        return Limits.standard().withTimeouts(shorter(all, CONNECT_LIMIT), shorter(all, SILENCE_LIMIT), all);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Access access(SourceSettings source) throws SourceException {
        var signIn = source.signIn();
        var access = Access.open().withAuth(auth(source)).withHeaders(signIn.headers());
        if (signIn.authority() != null) {
            access = access.withCertificateAuthority(Path.of(signIn.authority()));
        }
        if (signIn.certificate() != null && signIn.key() != null) {
            access = access.withClientCertificate(
                    new Access.ClientCertificate(Path.of(signIn.certificate()), Path.of(signIn.key())));
        }
        if (signIn.method() == SignIn.Method.CLIENT_CERTIFICATE
                && (signIn.certificate() == null || signIn.key() == null)) {
            throw misconfigured(source, "signIn needs certificate and key");
        }
        return signIn.proxy() == null ? access : access.withProxy(proxy(source, signIn.proxy()));
    }

    private static Auth auth(SourceSettings source) throws SourceException {
        var signIn = source.signIn();
        return switch (signIn.method()) {
            case NONE, CLIENT_CERTIFICATE -> new Auth.None();
            case BEARER -> new Auth.Bearer(secret(source, signIn.secret()));
            case BASIC -> new Auth.Basic(signIn.user(), secret(source, signIn.secret()));
        };
    }

    private static Secret secret(SourceSettings source, @Nullable SecretPlace place) throws SourceException {
        if (place == null) {
            throw misconfigured(source, "signIn.secret is missing");
        }
        return switch (place.kind()) {
            case VARIABLE -> new Secret.Environment(place.place());
            case FILE -> new Secret.File(Path.of(place.place()));
            case COMMAND -> new Secret.Command(words(place.place()), COMMAND_LIMIT);
            case KEYRING -> {
                int slash = place.place().indexOf('/');
                if (slash < 0) {
                    throw misconfigured(source, "signIn.secret.keyring needs service/account");
                }
                yield new Secret.Keyring(
                        place.place().substring(0, slash), place.place().substring(slash + 1));
            }
        };
    }

    private static List<String> words(String command) {
        return Arrays.asList(command.strip().split("\\s+"));
    }

    private static Access.HttpProxy proxy(SourceSettings source, String text) throws SourceException {
        int colon = text.lastIndexOf(':');
        try {
            return new Access.HttpProxy(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        } catch (NumberFormatException | IndexOutOfBoundsException wrong) {
            throw new SourceException(
                    source.name(),
                    SourceException.Kind.MISCONFIGURED,
                    source.name() + ": signIn.proxy " + text + " is no host:port",
                    wrong);
        }
    }

    private static SourceException misconfigured(SourceSettings source, String what) {
        return new SourceException(source.name(), SourceException.Kind.MISCONFIGURED, source.name() + ": " + what);
    }
}
