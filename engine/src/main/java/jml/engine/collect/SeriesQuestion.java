package jml.engine.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jml.core.fleet.identity.SeriesSeen;
import jml.core.metric.LabelSet;
import jml.core.metric.MetricPreset;
import jml.core.metric.Series;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.core.source.SourceException;
import org.jspecify.annotations.Nullable;

/// Asks the metric stores of one environment for the line of a single model, by the labels its series carry.
///
/// @param seen the whole-model series that belong to the model
/// @param subjects finds what a series belongs to
record SeriesQuestion(List<Sources.Metrics> stores, List<SeriesSeen> seen, Subjects subjects) {
    /// Which line, from when to when, how fine.
    record Wanted(ModelKey model, Arm arm, Sli sli, Instant from, Instant to, Duration step) {}

    /// The first store and preset that has any point wins; empty when none has.
    Series ask(Wanted wanted) throws SourceException, InterruptedException {
        for (var store : stores) {
            for (var series : seen) {
                var template = series.preset().values().get(wanted.sli());
                if (template == null) {
                    continue;
                }
                var line = line(store, series, template, wanted);
                if (line != null && line.size() > 0) {
                    return line;
                }
            }
        }
        return new Series(LabelSet.of(Map.of()), new long[0], new double[0], wanted.step());
    }

    private @Nullable Series line(Sources.Metrics store, SeriesSeen series, String template, Wanted wanted)
            throws SourceException, InterruptedException {
        boolean byArm = wanted.arm() != Arm.ALL;
        var usual = wanted.sli().window();
        var window = wanted.step().compareTo(usual) > 0 ? wanted.step() : usual;
        var selector = matchers(store.selector(), series.preset(), series.labels());
        var query = series.preset().query(template, byArm, window, selector);
        int row = subjects.shown().row(wanted.model()).orElse(-1);
        if (row < 0) {
            return null;
        }
        int subject = subjects.shown().subject(row, wanted.arm());
        var answer = store.store().get().range(query, wanted.from(), wanted.to(), wanted.step());
        for (var found : answer.series()) {
            if (subject >= 0 && subjects.of(series.environment(), series.preset(), found.labels(), byArm) == subject) {
                return found;
            }
        }
        return null;
    }

    private static String matchers(String selector, MetricPreset preset, LabelSet labels) {
        var own = preset.modelLabels().stream()
                .filter(label -> labels.get(label) != null)
                .map(label -> label + "=\"" + escaped(String.valueOf(labels.get(label))) + "\"")
                .collect(Collectors.joining(","));
        return selector.isEmpty() || own.isEmpty() ? selector + own : selector + "," + own;
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
