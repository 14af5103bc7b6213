package jml.core.metric;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// How one serving runtime's metrics answer the console's questions. Data, not code: kept in `resources/`.
///
/// Expressions are PromQL templates: `$by` stands for the grouping labels (the model's, and for arms also
/// the version's), `$w` for the window, `$sel` for extra matchers inside braces (empty, or ending in a comma).
/// Every expression gives base units: seconds, ratios 0..1, per second.
///
/// @param detect metric names of which one must exist for the preset to match
/// @param modelLabels labels that together name the model, in order; joined by "/" when several are present
/// @param versionLabels labels that tell the version or track of a series; empty when the runtime has none
/// @param values one expression an SLI
/// @param samples how many events stood behind an SLI's value over the same window
/// @param increases the exact count of events in a window, by what is counted
/// @param unavailable why an SLI cannot be had from this runtime, in words for people
public record MetricPreset(
        String id,
        String runtime,
        List<String> detect,
        List<String> modelLabels,
        List<String> versionLabels,
        Map<Sli, String> values,
        Map<Sli, String> samples,
        Map<Count, String> increases,
        Map<Sli, String> unavailable) {
    public MetricPreset {
        if (id.isBlank() || detect.isEmpty() || modelLabels.isEmpty()) {
            throw new IllegalArgumentException("preset " + id + " needs an id, detect and modelLabels");
        }
        detect = List.copyOf(detect);
        modelLabels = List.copyOf(modelLabels);
        versionLabels = List.copyOf(versionLabels);
        values = Map.copyOf(values);
        samples = Map.copyOf(samples);
        increases = Map.copyOf(increases);
        unavailable = Map.copyOf(unavailable);
    }

    /// The query for all models at once, or, with `byArm`, for all models by version.
    ///
    /// @param selector extra matchers as they stand inside braces, for example `namespace=~"ml-.*"`; may be empty
    public String query(String template, boolean byArm, Duration window, String selector) {
        var labels = byArm
                ? String.join(", ", modelLabels)
                        + (versionLabels.isEmpty() ? "" : ", " + String.join(", ", versionLabels))
                : String.join(", ", modelLabels);
        return template.replace("$by", labels)
                .replace("$w", window.toSeconds() + "s")
                .replace("$sel", selector.isEmpty() ? "" : selector + ",");
    }
}
