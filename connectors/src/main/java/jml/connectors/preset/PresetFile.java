package jml.connectors.preset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jml.connectors.preset.PromQlTemplate.NotATemplateException;
import jml.core.metric.Count;
import jml.core.metric.MetricPreset;
import jml.core.metric.Sli;
import org.jspecify.annotations.Nullable;

/// Reads one preset from its YAML file.
final class PresetFile {
    private static final Set<String> KNOWN = Set.of(
            "id",
            "runtime",
            "source",
            "detect",
            "labels",
            "fragments",
            "values",
            "samples",
            "increases",
            "buckets",
            "unavailable");

    private final YamlNode top;
    private final Map<String, YamlNode> fields;
    private final Map<String, String> fragments;

    private PresetFile(YamlNode top) throws PresetException {
        this.top = top;
        this.fields = top.fields();
        this.fragments = new LinkedHashMap<>();
        for (var fragment : section("fragments").entrySet()) {
            fragments.put(fragment.getKey(), fragment.getValue().text());
        }
    }

    static MetricPreset parse(String file, String yaml) throws PresetException {
        return new PresetFile(YamlNode.parse(file, yaml)).preset();
    }

    private MetricPreset preset() throws PresetException {
        refuseUnknown(fields, KNOWN);
        required("source").text(); // for the reader of the file
        return new MetricPreset(
                required("id").text(),
                required("runtime").text(),
                required("detect").texts(),
                labels(),
                templates("values", Sli::of),
                templates("samples", Sli::of),
                templates("increases", Count::of),
                buckets(),
                reasons());
    }

    private MetricPreset.Labels labels() throws PresetException {
        var node = required("labels");
        var kinds = node.fields();
        refuseUnknown(kinds, Set.of("place", "model", "version"));
        var model = texts(kinds.get("model"));
        if (model.isEmpty()) {
            throw node.place().wrong("needs model, the labels that name it");
        }
        return new MetricPreset.Labels(texts(kinds.get("place")), model, texts(kinds.get("version")));
    }

    private static List<String> texts(@Nullable YamlNode node) throws PresetException {
        return node == null ? List.of() : node.texts();
    }

    private <K> Map<K, String> templates(String name, Function<String, Optional<K>> key) throws PresetException {
        var templates = new LinkedHashMap<K, String>();
        for (var entry : section(name).entrySet()) {
            var node = entry.getValue();
            try {
                templates.put(known(entry.getKey(), node, key), PromQlTemplate.expand(node.text(), fragments));
            } catch (NotATemplateException e) {
                throw node.place().wrong(String.valueOf(e.getMessage()));
            }
        }
        return templates;
    }

    private MetricPreset.@Nullable Buckets buckets() throws PresetException {
        var section = section("buckets");
        refuseUnknown(section, Set.of("increase", "edge_seconds"));
        var increase = section.get("increase");
        if (increase == null) {
            return null;
        }
        var edge = section.get("edge_seconds");
        try {
            return new MetricPreset.Buckets(
                    PromQlTemplate.expand(increase.text(), fragments),
                    edge == null ? 1 : Double.parseDouble(edge.text()));
        } catch (NotATemplateException | IllegalArgumentException e) {
            throw increase.place().wrong(String.valueOf(e.getMessage()));
        }
    }

    private Map<Sli, String> reasons() throws PresetException {
        var reasons = new LinkedHashMap<Sli, String>();
        for (var entry : section("unavailable").entrySet()) {
            reasons.put(
                    known(entry.getKey(), entry.getValue(), Sli::of),
                    entry.getValue().text().strip());
        }
        return reasons;
    }

    private static <K> K known(String name, YamlNode node, Function<String, Optional<K>> key) throws PresetException {
        return key.apply(name).orElseThrow(() -> node.place().wrong("nothing is measured or counted as " + name));
    }

    private Map<String, YamlNode> section(String name) throws PresetException {
        var node = fields.get(name);
        return node == null ? Map.of() : node.fields();
    }

    private YamlNode required(String name) throws PresetException {
        var node = fields.get(name);
        if (node == null) {
            throw top.place().wrong("needs " + name);
        }
        return node;
    }

    private static void refuseUnknown(Map<String, YamlNode> fields, Set<String> known) throws PresetException {
        for (var field : fields.entrySet()) {
            if (!known.contains(field.getKey())) {
                throw field.getValue()
                        .place()
                        .wrong("is not known; known are "
                                + String.join(", ", new ArrayList<>(new java.util.TreeSet<>(known))));
            }
        }
    }
}
