package jml.core.metric;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How one serving runtime's metrics answer the console's questions. Data, not code: kept in `resources/`.
///
/// Expressions are PromQL templates: `$by` stands for the grouping labels (place and model, and for arms also the
/// version's), `$w` for the window, `$seconds` for its length as a number, `$sel` for extra matchers inside braces
/// (empty, or ending in a comma). Where the measured series do not name the model and are joined to others that do,
/// `$own` stands inside the braces of those others for matchers that pick single models. Every expression gives
/// base units: seconds, ratios 0..1, per second.
///
/// @param detect metric names of which one must exist for the preset to match
/// @param labels what the labels of its series mean
/// @param values one expression an SLI
/// @param samples how many events stood behind an SLI's value over the same window
/// @param increases the exact count of events in a window, by what is counted
/// @param buckets the latency histogram, for the judge; null when the runtime has none
/// @param unavailable why an SLI cannot be had from this runtime, in words for people
public record MetricPreset(
        String id,
        String runtime,
        List<String> detect,
        Labels labels,
        Map<Sli, String> values,
        Map<Sli, String> samples,
        Map<Count, String> increases,
        @Nullable Buckets buckets,
        Map<Sli, String> unavailable) {
    private static final String P95 = "histogram_quantile(0.95,";
    private static final String P100 = "histogram_quantile(1,";

    /// @param place labels that tell where the series' server runs; they keep two models of one name apart and lead to
    /// the workload, but are no part of the model's name
    /// @param model labels that together name the model, in order; joined by "/" when several are present
    /// @param version labels that tell the version or track of a series; empty when the runtime has none
    public record Labels(List<String> place, List<String> model, List<String> version) {
        public Labels {
            if (model.isEmpty()) {
                throw new IllegalArgumentException("no label names the model");
            }
            place = List.copyOf(place);
            model = List.copyOf(model);
            version = List.copyOf(version);
        }
    }

    /// A classic histogram of latencies.
    ///
    /// @param increase the exact count of events in a window, cumulative by the label `le`
    /// @param edgeSeconds what one unit of `le` is in seconds
    public record Buckets(String increase, double edgeSeconds) {
        public Buckets {
            if (!(edgeSeconds > 0)) {
                throw new IllegalArgumentException("edges of " + edgeSeconds + " seconds");
            }
        }
    }

    public MetricPreset {
        if (id.isBlank() || detect.isEmpty()) {
            throw new IllegalArgumentException("preset " + id + " needs an id and detect");
        }
        detect = List.copyOf(detect);
        values = Map.copyOf(values);
        samples = Map.copyOf(samples);
        increases = Map.copyOf(increases);
        unavailable = Map.copyOf(unavailable);
    }

    /// The expression that equals the one for the value where that lies beyond the last edge of a classic histogram,
    /// and nowhere else; empty for a value that no histogram gives. In the last bucket, which has no upper edge,
    /// PromQL answers every quantile with the lower edge; anywhere else quantile 1 is above quantile 0.95.
    public Optional<String> largest(Sli sli) {
        var value = values.getOrDefault(sli, "");
        return value.contains(P95) ? Optional.of(value.replace(P95, P100)) : Optional.empty();
    }

    public List<String> modelLabels() {
        return labels.model();
    }

    public List<String> versionLabels() {
        return labels.version();
    }

    /// Whether a server that has these metrics has this runtime's.
    public boolean matches(Set<String> metricNames) {
        return detect.stream().anyMatch(metricNames::contains);
    }

    /// The query for all models at once, or, with `byArm`, for all models by version.
    ///
    /// @param selector extra matchers as they stand inside braces, for example `namespace=~"ml-.*"`; may be empty
    public String query(String template, boolean byArm, Duration window, String selector) {
        return query(template, byArm, window, selector, "");
    }

    /// Whether [#query] can ask for some models only. It cannot where the label that names the model is made by the
    /// expression itself: no series has it, so that nothing inside braces can match it.
    public boolean picks(String template) {
        return labels.model().stream().noneMatch(label -> template.contains("\"" + label + "\", \"$1\""));
    }

    /// The same for some models only, where the template [#picks]; else for all.
    ///
    /// @param own matchers by the labels that name a model; may be empty
    public String query(String template, boolean byArm, Duration window, String selector, String own) {
        var by = new ArrayList<>(labels.place());
        by.addAll(labels.model());
        if (byArm) {
            by.addAll(labels.version());
        }
        boolean joined = template.contains("$own");
        var picked = picks(template) ? matchers(own) : "";
        return template.replace("$by", String.join(", ", by))
                .replace("$w", window.toSeconds() + "s")
                .replace("$seconds", Long.toString(window.toSeconds()))
                .replace("$sel", joined ? matchers(selector) : matchers(selector) + picked)
                .replace("$own", picked);
    }

    private static String matchers(String text) {
        return text.isEmpty() ? "" : text + ",";
    }
}
