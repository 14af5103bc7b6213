package jml.engine.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import jml.core.fleet.identity.SeriesSeen;
import jml.core.metric.LabelSet;
import jml.core.metric.Matrix;
import jml.core.metric.MetricPreset;
import jml.core.metric.Series;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.core.source.SourceException;
import jml.engine.metric.LiveSeries;
import org.jspecify.annotations.Nullable;

/// Asks the metric stores of one environment for the line of a single model, by the labels its series carry.
///
/// @param seen the whole-model series that belong to the model
/// @param subjects finds what a series belongs to
record SeriesQuestion(List<Sources.Metrics> stores, List<SeriesSeen> seen, Subjects subjects) {
    /// Which line, from when to when, how fine.
    record Wanted(ModelKey model, Arm arm, Sli sli, Instant from, Instant to, Duration step) {}

    /// The first store and preset that has any point wins; empty when none has.
    LiveSeries.Answer ask(Wanted wanted) throws SourceException, InterruptedException {
        int row = subjects.shown().row(wanted.model()).orElse(-1);
        int subject = row < 0 ? -1 : subjects.shown().subject(row, wanted.arm());
        boolean asked = false;
        boolean whole = true;
        for (var store : stores) {
            for (var series : seen) {
                var template = series.preset().values().get(wanted.sli());
                if (template == null || subject < 0) {
                    continue;
                }
                var answer = store.store()
                        .get()
                        .range(query(store, series, template, wanted), wanted.from(), wanted.to(), wanted.step());
                asked = true;
                whole &= answer.warnings().isEmpty();
                var line = line(answer, series, subject, wanted.arm() != Arm.ALL);
                if (line != null && line.size() > 0) {
                    return new LiveSeries.Answer(line, whole);
                }
            }
        }
        return new LiveSeries.Answer(LiveSeries.Answer.unasked(wanted.step()).line(), asked && whole);
    }

    private static String query(Sources.Metrics store, SeriesSeen series, String template, Wanted wanted) {
        var usual = wanted.sli().window();
        var window = wanted.step().compareTo(usual) > 0 ? wanted.step() : usual;
        var own = matchers(series.preset(), series.labels());
        return series.preset().query(template, wanted.arm() != Arm.ALL, window, store.selector(), own);
    }

    private @Nullable Series line(Matrix answer, SeriesSeen series, int subject, boolean byArm) {
        for (var found : answer.series()) {
            if (subjects.of(series.environment(), series.preset(), found.labels(), byArm) == subject) {
                return found;
            }
        }
        return null;
    }

    private static String matchers(MetricPreset preset, LabelSet labels) {
        return preset.modelLabels().stream()
                .filter(label -> labels.get(label) != null)
                .map(label -> label + "=\"" + escaped(String.valueOf(labels.get(label))) + "\"")
                .collect(Collectors.joining(","));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
