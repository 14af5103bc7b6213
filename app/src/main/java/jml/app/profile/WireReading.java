package jml.app.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jml.app.profile.WireProfile.WireEnvironment;
import jml.app.profile.WireProfile.WireObjective;
import jml.app.profile.WireProfile.WireSignIn;
import jml.app.profile.WireProfile.WireSource;
import jml.core.fleet.Environment;
import jml.core.metric.Objective;
import jml.core.metric.Sli;
import jml.core.source.SourceSettings;
import jml.core.source.SourceSettings.Product;
import jml.core.source.SourceSettings.SecretPlace;
import jml.core.source.SourceSettings.SignIn;
import org.jspecify.annotations.Nullable;

/// From the file's words to a checked profile. Every message names the field.
final class WireReading {
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h)");
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final String file;
    private final YamlLines lines;

    private WireReading(String file, YamlLines lines) {
        this.file = file;
        this.lines = lines;
    }

    static Profile profile(WireProfile wire, Path file, YamlLines lines) throws ProfileException {
        return new WireReading(String.valueOf(file.getFileName()), lines).read(wire, file);
    }

    private Profile read(WireProfile wire, Path path) throws ProfileException {
        var environments = new ArrayList<Environment>();
        var sources = new ArrayList<SourceSettings>();
        for (var environment : numbered(wire.environments(), "environments")) {
            var name = required(environment.value().name(), environment.at() + ".name");
            environments.add(new Environment(
                    name,
                    stage(environment.value(), environment.at()),
                    Boolean.TRUE.equals(environment.value().readOnly())));
            for (var source : numbered(environment.value().sources(), environment.at() + ".sources")) {
                sources.add(source(source.value(), name, source.at()));
            }
        }
        var objectives = new ArrayList<Profile.ObjectiveLine>();
        for (var objective : numbered(wire.objectives(), "objectives")) {
            objectives.add(objective(objective.value(), objective.at()));
        }
        var mappings = new ArrayList<Profile.Mapping>();
        for (var model : numbered(wire.models(), "models")) {
            mappings.add(new Profile.Mapping(
                    required(model.value().name(), model.at() + ".name"),
                    given(model.value().workloads()),
                    given(model.value().series()),
                    given(model.value().registered())));
        }
        var pages =
                wire.alerts() == null ? List.<String>of() : given(wire.alerts().page());
        var currency = wire.currency() == null ? "EUR" : wire.currency();
        return new Profile(path, environments, sources, mappings, objectives, pages, currency);
    }

    private Environment.Stage stage(WireEnvironment environment, String at) throws ProfileException {
        var word = environment.stage() == null ? "development" : environment.stage();
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "production" -> Environment.Stage.PRODUCTION;
            case "staging" -> Environment.Stage.STAGING;
            case "development" -> Environment.Stage.DEVELOPMENT;
            default -> throw wrong(at + ".stage", word + " is none of production, staging, development");
        };
    }

    private SourceSettings source(WireSource source, String environment, String at) throws ProfileException {
        var name = required(source.name(), at + ".name");
        var product = product(required(source.product(), at + ".product"), at);
        var url = source.url() == null ? null : url(source.url(), at);
        if (url == null && product != Product.KUBERNETES) {
            throw wrong(at + ".url", "is missing: where does " + product.word() + " answer?");
        }
        return new SourceSettings(
                name,
                environment,
                product,
                url,
                source.kubeconfig(),
                source.context() == null ? "" : source.context(),
                given(source.namespaces()),
                source.selector() == null ? "" : source.selector(),
                source.signIn() == null ? SignIn.NONE : signIn(source.signIn(), at + ".signIn"),
                duration(source.every(), EVERY, at + ".every"),
                duration(source.timeout(), TIMEOUT, at + ".timeout"));
    }

    private Product product(String word, String at) throws ProfileException {
        for (var product : Product.values()) {
            if (product.word().equals(word)) {
                return product;
            }
        }
        throw wrong(
                at + ".product",
                word + " is none of "
                        + Arrays.stream(Product.values()).map(Product::word).collect(Collectors.joining(", ")));
    }

    private URI url(String text, String at) throws ProfileException {
        try {
            var url = new URI(text);
            if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                throw wrong(at + ".url", text + " is no http or https address");
            }
            if (url.getUserInfo() != null) {
                throw wrong(at + ".url", "holds a user or password; write signIn instead");
            }
            return url;
        } catch (URISyntaxException syntax) {
            throw wrong(at + ".url", String.valueOf(syntax.getMessage()));
        }
    }

    private SignIn signIn(WireSignIn wire, String at) throws ProfileException {
        var method =
                switch (wire.method() == null ? "none" : wire.method()) {
                    case "none" -> SignIn.Method.NONE;
                    case "bearer" -> SignIn.Method.BEARER;
                    case "basic" -> SignIn.Method.BASIC;
                    case "clientCertificate" -> SignIn.Method.CLIENT_CERTIFICATE;
                    default ->
                        throw wrong(
                                at + ".method", wire.method() + " is none of none, bearer, basic, clientCertificate");
                };
        var secret = wire.secret() == null ? null : secret(wire.secret(), at + ".secret");
        if (secret == null && (method == SignIn.Method.BEARER || method == SignIn.Method.BASIC)) {
            throw wrong(at + ".secret", "is missing: say keyring, variable, file or command");
        }
        return new SignIn(
                method,
                wire.user() == null ? "" : wire.user(),
                secret,
                wire.certificate(),
                wire.key(),
                wire.authority(),
                wire.headers() == null ? Map.of() : wire.headers(),
                wire.proxy());
    }

    private SecretPlace secret(Map<String, String> wire, String at) throws ProfileException {
        if (wire.size() != 1) {
            throw wrong(at, "needs exactly one of keyring, variable, file, command");
        }
        var only = wire.entrySet().iterator().next();
        var kind =
                switch (only.getKey()) {
                    case "keyring" -> SecretPlace.Kind.KEYRING;
                    case "variable" -> SecretPlace.Kind.VARIABLE;
                    case "file" -> SecretPlace.Kind.FILE;
                    case "command" -> SecretPlace.Kind.COMMAND;
                    default -> throw wrong(at, only.getKey() + " is none of keyring, variable, file, command");
                };
        return new SecretPlace(kind, only.getValue());
    }

    private Profile.ObjectiveLine objective(WireObjective wire, String at) throws ProfileException {
        var sli = Sli.of(required(wire.sli(), at + ".sli"))
                .orElseThrow(() -> wrong(at + ".sli", wire.sli() + " is none of " + sliNames()));
        if (wire.atMost() == null && wire.atLeast() == null) {
            throw wrong(at, "needs atMost or atLeast");
        }
        double low = wire.atLeast() == null ? Double.NEGATIVE_INFINITY : wire.atLeast();
        double high = wire.atMost() == null ? Double.POSITIVE_INFINITY : wire.atMost();
        long least = wire.minSamples() == null ? 0 : wire.minSamples();
        try {
            return new Profile.ObjectiveLine(
                    wire.models() == null ? "*" : wire.models(), new Objective(sli, low, high, least));
        } catch (IllegalArgumentException impossible) {
            throw wrong(at, String.valueOf(impossible.getMessage()));
        }
    }

    private static String sliNames() {
        return Arrays.stream(Sli.values()).map(Sli::id).collect(Collectors.joining(", "));
    }

    private Duration duration(@Nullable String text, Duration otherwise, String at) throws ProfileException {
        if (text == null) {
            return otherwise;
        }
        var parts = DURATION.matcher(text.strip());
        if (!parts.matches()) {
            throw wrong(at, text + " is no duration; write 500ms, 15s, 2m or 1h");
        }
        long amount = Long.parseLong(parts.group(1));
        var duration =
                switch (parts.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    default -> Duration.ofHours(amount);
                };
        if (duration.isZero()) {
            throw wrong(at, "must be longer than nothing");
        }
        return duration;
    }

    private String required(@Nullable String value, String at) throws ProfileException {
        if (value == null || value.isBlank()) {
            throw wrong(at, "is missing");
        }
        return value;
    }

    private static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /// An element of a list with its path in the file.
    private record At<T>(T value, String at) {}

    private static <T> List<At<T>> numbered(@Nullable List<T> list, String path) {
        var numbered = new ArrayList<At<T>>();
        for (int i = 0; i < given(list).size(); i++) {
            numbered.add(new At<>(given(list).get(i), path + "[" + i + "]"));
        }
        return numbered;
    }

    private ProfileException wrong(String field, String what) {
        return new ProfileException(file + " line " + lines.of(field) + ": " + field + " " + what);
    }
}
