package jml.views.oncall;

import java.time.Duration;
import java.util.Locale;
import jml.core.fleet.ModelState;
import jml.core.model.ModelKey;
import jml.core.text.Words;
import jml.views.kit.chart.Sparkline;
import jml.views.kit.icon.StateLook;
import jml.views.kit.table.Cells;

/// One model in the table: values, not words; the words are made when a cell is drawn.
///
/// @param age of the newest figure; printed when the row is stale
/// @param canary version on its way; empty when none
/// @param weight its share of traffic, 0..1; NaN when nothing tells
/// @param needsAttention belongs to the upper group
/// @param trend strain of the last hour
record OnCallRow(
        ModelKey key,
        String owner,
        String useCase,
        ModelState state,
        Duration age,
        String version,
        String canary,
        double weight,
        Reading p95,
        Reading success,
        Reading fidelity,
        Reading drift,
        Reading traffic,
        StrainPoints trend,
        boolean needsAttention) {

    /// Identity of the row in the table: one environment is shown at a time.
    String id() {
        return key.name();
    }

    Cells.StateWord stateWord() {
        var look = StateLook.of(state);
        return switch (state) {
            case STALE -> new Cells.StateWord(look, "Stale " + Words.age(age));
            case TOO_LITTLE_DATA -> new Cells.StateWord(look, "Too little");
            default -> Cells.StateWord.of(look);
        };
    }

    Cells.Arms arms() {
        var share = Double.isNaN(weight) ? "" : " " + Words.share(weight);
        return new Cells.Arms(Words.version(version), canary.isEmpty() ? "" : Words.version(canary) + share);
    }

    Cells.Trend line() {
        return new Cells.Trend(
                trend,
                switch (state) {
                    case BREACHING -> Sparkline.Tone.BREACHING;
                    case ATTENTION -> trend.last() > 1 ? Sparkline.Tone.ATTENTION : Sparkline.Tone.QUIET;
                    default -> Sparkline.Tone.QUIET;
                });
    }

    /// What the filter looks at, in lower case.
    String searched() {
        return String.join("\n", key.name(), owner, useCase, state.word(), Words.version(version), canary)
                .toLowerCase(Locale.ROOT);
    }
}
