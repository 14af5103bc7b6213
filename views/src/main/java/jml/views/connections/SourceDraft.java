package jml.views.connections;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import jml.core.source.SourceSettings;
import jml.core.source.SourceSettings.Product;
import jml.core.source.SourceSettings.SecretPlace;
import jml.core.source.SourceSettings.SignIn;
import org.jspecify.annotations.Nullable;

/// Settings of a source while a person edits them: one text a field. Choices hold the word of the chosen constant.
/// Belongs to the FX thread; needs no toolkit. Never holds a secret, only where one is kept.
final class SourceDraft {
    private final @Nullable SourceSettings original;
    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);

    private SourceDraft(@Nullable SourceSettings original) {
        this.original = original;
        for (var field : Field.values()) {
            texts.put(field, new SimpleStringProperty(this, field.name(), ""));
        }
    }

    /// A new source, asked every 15 s and given up after the usual time of its product, also when that is changed.
    static SourceDraft empty(String environment) {
        var draft = new SourceDraft(null);
        draft.set(Field.KIND, Product.PROMETHEUS.name());
        draft.set(Field.ENVIRONMENT, environment);
        draft.set(Field.METHOD, SignIn.Method.NONE.name());
        draft.set(Field.SECRET_KIND, SecretPlace.Kind.VARIABLE.name());
        draft.set(Field.INTERVAL, "15 s");
        draft.set(Field.TIMEOUT, DurationText.of(draft.product().usualTimeout()));
        draft.text(Field.KIND).subscribe(draft::productChanged);
        return draft;
    }

    static SourceDraft of(SourceSettings settings) {
        var draft = new SourceDraft(settings);
        draft.set(Field.KIND, settings.product().name());
        draft.set(Field.NAME, settings.name());
        draft.set(Field.ENVIRONMENT, settings.environment());
        draft.set(Field.ADDRESS, settings.url() == null ? "" : settings.url().toString());
        draft.set(Field.CONTEXT, settings.context());
        draft.set(Field.KUBECONFIG, orEmpty(settings.kubeconfig()));
        draft.set(Field.NAMESPACES, String.join(", ", settings.namespaces()));
        draft.set(Field.SELECTOR, settings.selector());
        draft.signIn(settings.signIn());
        draft.set(Field.INTERVAL, DurationText.of(settings.interval()));
        draft.set(Field.TIMEOUT, DurationText.of(settings.timeout()));
        return draft;
    }

    private void productChanged(String was, String now) {
        if (get(Field.TIMEOUT).equals(DurationText.of(Product.valueOf(was).usualTimeout()))) {
            set(Field.TIMEOUT, DurationText.of(Product.valueOf(now).usualTimeout()));
        }
    }

    /// What it was before; empty for a new one.
    Optional<SourceSettings> original() {
        return Optional.ofNullable(original);
    }

    StringProperty text(Field field) {
        var text = texts.get(field);
        if (text == null) {
            throw new IllegalStateException("no text for " + field);
        }
        return text;
    }

    String get(Field field) {
        return text(field).get().strip();
    }

    void set(Field field, String value) {
        text(field).set(value);
    }

    boolean cluster() {
        return product() == Product.KUBERNETES;
    }

    Product product() {
        return Product.valueOf(get(Field.KIND));
    }

    SignIn.Method method() {
        return SignIn.Method.valueOf(get(Field.METHOD));
    }

    /// Whether a field means anything for what is chosen now.
    boolean asks(Field field) {
        return switch (field) {
            case KIND, NAME, ENVIRONMENT, INTERVAL, TIMEOUT -> true;
            case ADDRESS, METHOD, AUTHORITY, HEADERS, PROXY -> !cluster();
            case CONTEXT, KUBECONFIG, NAMESPACES -> cluster();
            case SELECTOR -> product() == Product.PROMETHEUS || product() == Product.ALERTMANAGER;
            case USER -> !cluster() && method() == SignIn.Method.BASIC;
            case SECRET_KIND, SECRET ->
                !cluster() && (method() == SignIn.Method.BASIC || method() == SignIn.Method.BEARER);
            case CERTIFICATE, KEY -> !cluster() && method() == SignIn.Method.CLIENT_CERTIFICATE;
        };
    }

    /// Namespaces, separated by commas or blanks.
    List<String> namespaces() {
        return asks(Field.NAMESPACES) && !get(Field.NAMESPACES).isEmpty()
                ? List.of(get(Field.NAMESPACES).split("[,\\s]+"))
                : List.of();
    }

    /// `Name: value` lines; a line without a colon is left out and told by [DraftCheck].
    Map<String, String> headers() {
        var headers = new TreeMap<String, String>();
        for (var line : get(Field.HEADERS).split("\\R")) {
            var colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private void signIn(SignIn signIn) {
        set(Field.METHOD, signIn.method().name());
        set(Field.USER, signIn.user());
        var secret = signIn.secret();
        set(Field.SECRET_KIND, (secret == null ? SecretPlace.Kind.VARIABLE : secret.kind()).name());
        set(Field.SECRET, secret == null ? "" : secret.place());
        set(Field.CERTIFICATE, orEmpty(signIn.certificate()));
        set(Field.KEY, orEmpty(signIn.key()));
        set(Field.AUTHORITY, orEmpty(signIn.authority()));
        var headers = new StringBuilder();
        new TreeMap<>(signIn.headers())
                .forEach((name, value) ->
                        headers.append(name).append(": ").append(value).append('\n'));
        set(Field.HEADERS, headers.toString().strip());
        set(Field.PROXY, orEmpty(signIn.proxy()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
