package jml.connectors.preset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jml.core.metric.MetricPreset;

/// The metric presets, in order of precedence: where two measure the same SLI of a model, the earlier one counts.
/// Immutable.
public final class Presets {
    private static final String FOLDER = "/jml/presets/";
    // RE2 has no \Q…\E.
    private static final Pattern SPECIAL = Pattern.compile("[\\\\.+*?()|\\[\\]{}^$]");

    private final List<MetricPreset> all;

    private Presets(List<MetricPreset> all) {
        this.all = List.copyOf(all);
    }

    /// Those that come with the console.
    public static Presets builtIn() {
        var presets = new ArrayList<MetricPreset>();
        try {
            for (var name : resource("order.txt")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList()) {
                presets.add(PresetFile.parse(name + ".yaml", resource(name + ".yaml")));
            }
        } catch (PresetException e) {
            throw new IllegalStateException("a preset of the console's own is broken", e);
        }
        return new Presets(presets);
    }

    /// These with those of a folder's `*.yaml` files before them, by file name. One with the id of another replaces it.
    public Presets with(Path folder) throws PresetException, IOException {
        var files = new TreeSet<Path>();
        try (var listed = Files.newDirectoryStream(folder, "*.yaml")) {
            listed.forEach(files::add);
        }
        var presets = new ArrayList<MetricPreset>();
        var ids = new HashSet<String>();
        for (var file : files) {
            var preset = PresetFile.parse(file.toString(), Files.readString(file));
            if (!ids.add(preset.id())) {
                throw new PresetException(file.toString(), 1, "id", preset.id() + " is another file's id too");
            }
            presets.add(preset);
        }
        all.stream().filter(preset -> !ids.contains(preset.id())).forEach(presets::add);
        return new Presets(presets);
    }

    /// One preset from the text of its file.
    public static MetricPreset parse(String file, String yaml) throws PresetException {
        return PresetFile.parse(file, yaml);
    }

    public List<MetricPreset> all() {
        return all;
    }

    /// Those whose metrics are among the names, in order of precedence.
    public List<MetricPreset> matching(Set<String> metricNames) {
        return all.stream().filter(preset -> preset.matches(metricNames)).toList();
    }

    /// Matches every metric name that [#matching(Set)] looks at; for one call of
    /// [jml.core.metric.MetricStore#metricNames(String)].
    public String metricNamesRegex() {
        var names = new TreeSet<String>();
        all.forEach(preset -> names.addAll(preset.detect()));
        return String.join(
                "|",
                names.stream()
                        .map(name -> SPECIAL.matcher(name).replaceAll("\\\\$0"))
                        .toList());
    }

    private static String resource(String name) {
        try (var in = Presets.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the console comes without its preset " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
