package jml.engine.metric;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jml.core.fleet.identity.SeriesSeen;
import jml.core.metric.Count;
import jml.core.metric.MetricPreset;
import jml.core.metric.Sli;
import jml.engine.metric.PlannedQuery.Purpose;
import org.jspecify.annotations.Nullable;

/// Which queries a refresh sends: their number follows from presets and SLIs, never from models.
final class MetricPlan {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private MetricPlan() {}

    /// Values and their sample sizes of every model, and of every arm when a release is under way; of a p95 also what
    /// tells that it lies beyond the histogram.
    static List<PlannedQuery> values(List<MetricPreset> presets, boolean arms, String selector) {
        var plan = new ArrayList<PlannedQuery>();
        for (var preset : presets) {
            for (var sli : Sli.values()) {
                add(plan, preset, sli, Purpose.VALUE, preset.values().get(sli), arms, selector);
                add(plan, preset, sli, Purpose.SAMPLES, preset.samples().get(sli), arms, selector);
                add(plan, preset, sli, Purpose.LARGEST, preset.largest(sli).orElse(null), arms, selector);
            }
        }
        return plan;
    }

    /// The exact counts of one minute, by arm.
    static List<PlannedQuery> increases(List<MetricPreset> presets, String selector) {
        var plan = new ArrayList<PlannedQuery>();
        for (var preset : presets) {
            for (var count : Count.values()) {
                var template = preset.increases().get(count);
                if (template != null) {
                    plan.add(new PlannedQuery(
                            preset,
                            Purpose.INCREASE,
                            null,
                            count,
                            true,
                            MINUTE,
                            preset.query(template, true, MINUTE, selector)));
                }
            }
        }
        return plan;
    }

    /// The latency histogram of one minute, by arm, of the models with a release under way and no others: a fleet has
    /// a dozen buckets a model and arm.
    ///
    /// @param releasing the series of those models
    static List<PlannedQuery> buckets(List<MetricPreset> presets, List<SeriesSeen> releasing, String selector) {
        var plan = new ArrayList<PlannedQuery>();
        for (var preset : presets) {
            var buckets = preset.buckets();
            var labels = releasing.stream()
                    .filter(series -> series.preset().id().equals(preset.id()))
                    .map(SeriesSeen::labels)
                    .toList();
            if (buckets != null && !labels.isEmpty() && !preset.versionLabels().isEmpty()) {
                var own = Matchers.anyOf(preset.modelLabels(), labels);
                var query = preset.query(buckets.increase(), true, MINUTE, selector, own);
                plan.add(new PlannedQuery(preset, Purpose.BUCKETS, null, null, true, MINUTE, query));
            }
        }
        return plan;
    }

    private static void add(
            List<PlannedQuery> plan,
            MetricPreset preset,
            Sli sli,
            Purpose purpose,
            @Nullable String template,
            boolean arms,
            String selector) {
        if (template == null) {
            return;
        }
        plan.add(query(preset, sli, purpose, template, false, selector));
        if (arms && !preset.versionLabels().isEmpty()) {
            plan.add(query(preset, sli, purpose, template, true, selector));
        }
    }

    private static PlannedQuery query(
            MetricPreset preset, Sli sli, Purpose purpose, String template, boolean byArm, String selector) {
        var window = sli.window();
        return new PlannedQuery(
                preset, purpose, sli, null, byArm, window, preset.query(template, byArm, window, selector));
    }
}
