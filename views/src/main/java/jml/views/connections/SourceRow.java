package jml.views.connections;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import jml.core.source.SourceException;
import jml.core.source.SourceHealth;
import jml.core.source.SourceSettings;
import jml.core.source.SourceSettings.SignIn;
import jml.core.text.Words;
import jml.views.kit.icon.StateLook;
import jml.views.kit.table.CellText;
import jml.views.kit.table.Cells;
import org.jspecify.annotations.Nullable;

/// One source in the table: what the profile says of it and how it does.
///
/// @param settings null for a source that is part of the console
/// @param health null when it was not asked yet
/// @param models that it tells of; -1 when that cannot be said
/// @param now the instant ages count from
record SourceRow(
        String name,
        String environment,
        @Nullable SourceSettings settings,
        @Nullable SourceHealth health,
        int models,
        Instant now) {

    /// Slower than this, an answer is marked.
    private static final Duration SLOW = Duration.ofSeconds(3);

    Cells.StateWord state() {
        var known = health;
        if (known == null) {
            return new Cells.StateWord(StateLook.NO_DATA, "Not asked");
        }
        return switch (known.state()) {
            case LIVE -> Cells.StateWord.of(StateLook.HEALTHY);
            case WAITING -> new Cells.StateWord(StateLook.NO_DATA, "Waiting");
            case PAUSED -> Cells.StateWord.of(StateLook.PAUSED);
            case STALE -> new Cells.StateWord(StateLook.STALE, "Stale " + ageText());
            case DEAD -> new Cells.StateWord(StateLook.BREACHING, trouble(known));
        };
    }

    CellText address() {
        var known = settings;
        if (known == null) {
            return new CellText("part of the console", CellText.Tone.DIM);
        }
        if (known.product() == SourceSettings.Product.KUBERNETES) {
            return CellText.of("kubeconfig" + (known.context().isEmpty() ? "" : ", " + known.context()));
        }
        return CellText.of(known.url() == null ? "" : known.url().toString());
    }

    CellText signIn() {
        var known = settings;
        if (known == null) {
            return CellText.NONE;
        }
        if (known.product() == SourceSettings.Product.KUBERNETES) {
            return CellText.of("kubeconfig");
        }
        return CellText.of(method(known.signIn().method()));
    }

    CellText modelText() {
        return models < 0 ? CellText.NONE : CellText.of(Words.count(models));
    }

    CellText answer() {
        var known = health;
        var latency = known == null ? null : known.latency();
        if (latency == null) {
            return CellText.NONE;
        }
        var slow = latency.compareTo(SLOW) > 0;
        return new CellText(Words.count(latency.toMillis()), slow ? CellText.Tone.ATTENTION : CellText.Tone.PLAIN);
    }

    CellText age() {
        var text = ageText();
        return text.isEmpty() ? CellText.NONE : CellText.of(text);
    }

    static String method(SignIn.Method method) {
        return switch (method) {
            case NONE -> "none";
            case BEARER -> "token";
            case BASIC -> "user and password";
            case CLIENT_CERTIFICATE -> "client certificate";
        };
    }

    private String ageText() {
        var known = health;
        var age = known == null ? null : known.age(now);
        return age == null ? "" : Words.age(age);
    }

    private static String trouble(SourceHealth health) {
        var problem = health.problem();
        var word = (problem == null ? SourceException.Kind.UNREACHABLE : problem.kind()).word();
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
