package jml.app.profile;

import static jml.app.profile.Fields.given;
import static jml.app.profile.Fields.orEmpty;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import jml.app.profile.WireProfile.WireSignIn;
import jml.app.profile.WireProfile.WireSource;
import jml.core.source.SourceSettings;
import jml.core.source.SourceSettings.Product;
import jml.core.source.SourceSettings.SecretPlace;
import jml.core.source.SourceSettings.SignIn;

/// From a source's lines in the file to its checked settings.
record SourceReading(Fields fields) {
    private static final Duration EVERY = Duration.ofSeconds(15);

    SourceSettings source(WireSource source, String environment, String at) throws ProfileException {
        var name = fields.required(source.name(), at + ".name");
        var product = product(fields.required(source.product(), at + ".product"), at);
        var url = source.url() == null ? null : url(source.url(), at);
        if (url == null && product != Product.KUBERNETES) {
            throw fields.wrong(at + ".url", "is missing: where does " + product.word() + " answer?");
        }
        return new SourceSettings(
                name,
                environment,
                product,
                url,
                source.kubeconfig(),
                orEmpty(source.context()),
                given(source.namespaces()),
                orEmpty(source.selector()),
                source.signIn() == null ? SignIn.NONE : signIn(source.signIn(), at + ".signIn"),
                fields.duration(source.every(), EVERY, at + ".every"),
                fields.duration(source.timeout(), product.usualTimeout(), at + ".timeout"));
    }

    private Product product(String word, String at) throws ProfileException {
        for (var product : Product.values()) {
            if (product.word().equals(word)) {
                return product;
            }
        }
        throw fields.wrong(
                at + ".product",
                word + " is none of "
                        + Arrays.stream(Product.values()).map(Product::word).collect(Collectors.joining(", ")));
    }

    private URI url(String text, String at) throws ProfileException {
        try {
            var url = new URI(text);
            if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                throw fields.wrong(at + ".url", text + " is no http or https address");
            }
            if (url.getUserInfo() != null) {
                throw fields.wrong(at + ".url", "holds a user or password; write signIn instead");
            }
            return url;
        } catch (URISyntaxException syntax) {
            throw fields.wrong(at + ".url", String.valueOf(syntax.getMessage()));
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
                        throw fields.wrong(
                                at + ".method", wire.method() + " is none of none, bearer, basic, clientCertificate");
                };
        var secret = wire.secret() == null ? null : secret(wire.secret(), at + ".secret");
        if (secret == null && (method == SignIn.Method.BEARER || method == SignIn.Method.BASIC)) {
            throw fields.wrong(at + ".secret", "is missing: say keyring, variable, file or command");
        }
        return new SignIn(
                method,
                orEmpty(wire.user()),
                secret,
                wire.certificate(),
                wire.key(),
                wire.authority(),
                wire.headers() == null ? Map.of() : wire.headers(),
                wire.proxy());
    }

    private SecretPlace secret(Map<String, String> wire, String at) throws ProfileException {
        if (wire.size() != 1) {
            throw fields.wrong(at, "needs exactly one of keyring, variable, file, command");
        }
        var only = wire.entrySet().iterator().next();
        var kind =
                switch (only.getKey()) {
                    case "keyring" -> SecretPlace.Kind.KEYRING;
                    case "variable" -> SecretPlace.Kind.VARIABLE;
                    case "file" -> SecretPlace.Kind.FILE;
                    case "command" -> SecretPlace.Kind.COMMAND;
                    default -> throw fields.wrong(at, only.getKey() + " is none of keyring, variable, file, command");
                };
        return new SecretPlace(kind, only.getValue());
    }
}
