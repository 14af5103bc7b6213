package jml.app.profile;

import static jml.app.profile.Fields.orEmpty;

import java.util.Map;
import java.util.regex.Pattern;
import jml.app.profile.WireProfile.WireSignIn;
import jml.core.source.SourceSettings.SecretPlace;
import jml.core.source.SourceSettings.SignIn;
import org.jspecify.annotations.Nullable;

/// From a sign-in's lines in the file to its checked settings. Quotes no value: people write secrets where they do not
/// belong.
record SignInReading(Fields fields) {
    private static final Pattern PROXY = Pattern.compile("([^:/\\s@]+|\\[[0-9A-Fa-f:.]+]):(\\d{1,5})");
    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t -~]*");
    private static final int LAST_PORT = 65_535;

    SignIn signIn(WireSignIn wire, String at) throws ProfileException {
        var method = method(wire.method(), at);
        var secret = wire.secret() == null ? null : secret(wire.secret(), at + ".secret");
        if (secret == null && (method == SignIn.Method.BEARER || method == SignIn.Method.BASIC)) {
            throw fields.wrong(at + ".secret", "is missing: say keyring, variable, file or command");
        }
        if (method == SignIn.Method.CLIENT_CERTIFICATE) {
            fields.required(wire.certificate(), at + ".certificate");
            fields.required(wire.key(), at + ".key");
        }
        return new SignIn(
                method,
                orEmpty(wire.user()),
                secret,
                wire.certificate(),
                wire.key(),
                wire.authority(),
                headers(wire.headers() == null ? Map.of() : wire.headers(), at + ".headers"),
                proxy(wire.proxy(), at + ".proxy"));
    }

    private SignIn.Method method(@Nullable String word, String at) throws ProfileException {
        return switch (word == null ? "none" : word) {
            case "none" -> SignIn.Method.NONE;
            case "bearer" -> SignIn.Method.BEARER;
            case "basic" -> SignIn.Method.BASIC;
            case "clientCertificate" -> SignIn.Method.CLIENT_CERTIFICATE;
            default -> throw fields.wrong(at + ".method", word + " is none of none, bearer, basic, clientCertificate");
        };
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
        var place = fields.required(only.getValue(), at + "." + only.getKey());
        if (kind == SecretPlace.Kind.KEYRING && place.indexOf('/') < 0) {
            throw fields.wrong(at + ".keyring", "must be service/account");
        }
        return new SecretPlace(kind, place);
    }

    private Map<String, String> headers(Map<String, String> headers, String at) throws ProfileException {
        for (var header : headers.entrySet()) {
            if (!HEADER_NAME.matcher(header.getKey()).matches()) {
                throw fields.wrong(at, "has a name that HTTP does not allow: " + header.getKey());
            }
            if (!HEADER_VALUE.matcher(header.getValue()).matches()) {
                throw fields.wrong(at + "." + header.getKey(), "has a value that HTTP does not allow");
            }
        }
        return headers;
    }

    private @Nullable String proxy(@Nullable String text, String at) throws ProfileException {
        if (text == null) {
            return null;
        }
        var parts = PROXY.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) < 1 || Integer.parseInt(parts.group(2)) > LAST_PORT) {
            throw fields.wrong(at, "must be host:port");
        }
        return text;
    }
}
