package jml.views.connections;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jml.core.source.SourceSettings;
import jml.core.source.SourceSettings.SecretPlace;
import jml.core.source.SourceSettings.SignIn;
import jml.core.source.WebAddress;
import org.jspecify.annotations.Nullable;

/// Says which field of a draft is wrong and why, or makes the settings.
final class DraftCheck {
    private final SourceDraft draft;
    private final Set<String> taken;
    private final Map<Field, String> problems = new EnumMap<>(Field.class);

    /// @param taken names of the other sources
    DraftCheck(SourceDraft draft, Set<String> taken) {
        this.draft = draft;
        this.taken = Set.copyOf(taken);
        check();
    }

    /// One sentence a field; empty when all is well.
    Map<Field, String> problems() {
        return Map.copyOf(problems);
    }

    /// Empty while there is a problem.
    Optional<SourceSettings> settings() {
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        var cluster = draft.cluster();
        return Optional.of(new SourceSettings(
                draft.get(Field.NAME),
                draft.get(Field.ENVIRONMENT),
                draft.product(),
                cluster ? null : URI.create(draft.get(Field.ADDRESS)),
                cluster ? orNull(Field.KUBECONFIG) : null,
                cluster ? draft.get(Field.CONTEXT) : "",
                draft.namespaces(),
                draft.asks(Field.SELECTOR) ? draft.get(Field.SELECTOR) : "",
                cluster ? SignIn.NONE : signIn(),
                duration(Field.INTERVAL).orElse(Duration.ofSeconds(15)),
                duration(Field.TIMEOUT).orElse(draft.product().usualTimeout())));
    }

    private SignIn signIn() {
        var secret = draft.asks(Field.SECRET)
                ? new SecretPlace(SecretPlace.Kind.valueOf(draft.get(Field.SECRET_KIND)), draft.get(Field.SECRET))
                : null;
        return new SignIn(
                draft.method(),
                draft.asks(Field.USER) ? draft.get(Field.USER) : "",
                secret,
                draft.asks(Field.CERTIFICATE) ? orNull(Field.CERTIFICATE) : null,
                draft.asks(Field.KEY) ? orNull(Field.KEY) : null,
                orNull(Field.AUTHORITY),
                draft.headers(),
                orNull(Field.PROXY));
    }

    private void check() {
        if (draft.get(Field.NAME).isEmpty()) {
            problems.put(Field.NAME, "A source needs a name.");
        } else if (taken.contains(draft.get(Field.NAME))) {
            problems.put(Field.NAME, "Another source has this name.");
        }
        if (draft.get(Field.ENVIRONMENT).isEmpty()) {
            problems.put(Field.ENVIRONMENT, "Say which environment it serves.");
        }
        if (draft.asks(Field.ADDRESS)) {
            address(draft.get(Field.ADDRESS));
        }
        need(Field.USER, "Basic sign-in needs a user.");
        need(Field.SECRET, "Say where the secret is kept; the secret itself is never stored.");
        need(Field.CERTIFICATE, "Name the PEM file of the certificate.");
        need(Field.KEY, "Name the PEM file of the key.");
        if (draft.asks(Field.HEADERS)) {
            draft.get(Field.HEADERS)
                    .lines()
                    .filter(line -> !line.isBlank() && line.indexOf(':') < 1)
                    .findFirst()
                    .ifPresent(line ->
                            problems.put(Field.HEADERS, "A header is \"Name: value\", not \"" + line.strip() + "\"."));
        }
        if (draft.asks(Field.PROXY) && !draft.get(Field.PROXY).matches("([^:/\\s]+:\\d{1,5})?")) {
            problems.put(Field.PROXY, "A proxy is host:port.");
        }
        for (var field : new Field[] {Field.INTERVAL, Field.TIMEOUT}) {
            if (duration(field).isEmpty()) {
                problems.put(field, "A time like 15 s, 500 ms or 2 min.");
            }
        }
    }

    private void address(String typed) {
        try {
            WebAddress.of(typed);
        } catch (IllegalArgumentException unreadable) {
            var reason = String.valueOf(unreadable.getMessage());
            problems.put(Field.ADDRESS, reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + ".");
        }
    }

    private void need(Field field, String sentence) {
        if (draft.asks(field) && draft.get(field).isEmpty()) {
            problems.put(field, sentence);
        }
    }

    private Optional<Duration> duration(Field field) {
        return DurationText.parse(draft.get(field));
    }

    private @Nullable String orNull(Field field) {
        var text = draft.get(field);
        return text.isEmpty() ? null : text;
    }
}
