package jml.core.fleet.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jml.core.alert.Alert;
import jml.core.fleet.Unmatched;
import org.jspecify.annotations.Nullable;

/// The rows of one environment by every name an alert may use for them. A name that means two rows means none.
final class NameIndex {
    private static final int AMBIGUOUS = -2;

    private final String environment;
    private final IdentityRules rules;
    private final Naming naming;
    private final Map<String, Integer> models = new HashMap<>();
    private final Map<String, Integer> series = new HashMap<>();
    private final Map<String, Integer> workloads = new HashMap<>();
    private final Map<String, Integer> spellings = new HashMap<>();
    private final Map<String, String> nearest = new ConcurrentHashMap<>();

    NameIndex(String environment, IdentityRules rules, Naming naming) {
        this.environment = environment;
        this.rules = rules;
        this.naming = naming;
    }

    void model(String name, int row) {
        put(models, name, row);
        put(spellings, Naming.normal(name), row);
        put(spellings, Naming.normal(naming.bare(name)), row);
    }

    /// What the model's series call it; a model's own name beats it.
    void series(String name, int row) {
        put(series, name, row);
    }

    void workload(String name, int row) {
        put(workloads, name, row);
    }

    private static void put(Map<String, Integer> index, String name, int row) {
        index.merge(name, row, (one, other) -> one.equals(other) ? one : AMBIGUOUS);
    }

    /// -1 when the alert names no row.
    int row(Alert alert) {
        var mapped = mapping(alert);
        if (mapped != null) {
            return models.getOrDefault(mapped, -1);
        }
        var namespace = alert.labels().getOrDefault("namespace", "");
        for (var label : rules.alertLabels()) {
            var value = alert.labels().getOrDefault(label, "");
            int row = value.isBlank()
                    ? -1
                    : row(value, namespace, rules.series().workloadLabels().contains(label));
            if (row >= 0) {
                return row;
            }
        }
        return -1;
    }

    private @Nullable String mapping(Alert alert) {
        for (var mapping : rules.mappings()) {
            if (mapping.kind() == Unmatched.Kind.ALERT
                    && mapping.holdsIn(environment)
                    && alert.labels().containsValue(mapping.name())) {
                return mapping.model();
            }
        }
        return null;
    }

    private int row(String value, String namespace, boolean workloadFirst) {
        var indexes = workloadFirst ? List.of(workloads, models, series) : List.of(models, series, workloads);
        var names = namespace.isEmpty() ? List.of(value) : List.of(namespace + "/" + value, value);
        for (var index : indexes) {
            for (var name : names) {
                int row = index.getOrDefault(name, -1);
                if (row >= 0) {
                    return row;
                }
            }
        }
        int spelled = spellings.getOrDefault(Naming.normal(value), -1);
        return spelled >= 0 ? spelled : spellings.getOrDefault(Naming.normal(naming.bare(value)), -1);
    }

    /// The row's name that is most like another.
    String nearest(String name) {
        return nearest.computeIfAbsent(name, it -> new Suggestions(models.keySet()).nearest(it, it));
    }

    /// The label value by which an alert means a model that is not there; null when it means none.
    @Nullable
    String lost(Alert alert) {
        for (var label : List.of("model", "model_name", "jml_model", "inferenceservice")) {
            var value = alert.labels().getOrDefault(label, "");
            if (!value.isBlank()) {
                return value;
            }
        }
        return null;
    }
}
