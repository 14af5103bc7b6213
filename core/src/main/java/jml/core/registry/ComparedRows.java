package jml.core.registry;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jml.core.registry.ModelRegistry.Dataset;
import jml.core.registry.ModelRegistry.Run;
import jml.core.registry.VersionComparison.Change;
import jml.core.registry.VersionComparison.Difference;
import jml.core.registry.VersionComparison.Part;
import jml.core.registry.VersionComparison.Same;

/// The rows of one part of a comparison.
record ComparedRows(List<Difference> differences, List<Same> same) {
    private static final MathContext DIGITS = new MathContext(10);

    /// In a sentence its beginning is enough.
    private static final Pattern DIGEST = Pattern.compile("\\b(sha256:[0-9a-f]{12})[0-9a-f]{52}\\b");

    private static final ComparedRows NONE = new ComparedRows(List.of(), List.of());

    static ComparedRows of(Part part, VersionDetails from, VersionDetails to) {
        return switch (part) {
            case CONTRACT -> contract(from, to);
            case RUN, DATA, PARAMETERS, METRICS -> {
                var was = from.run();
                var is = to.run();
                yield was == null || is == null ? NONE : ofRun(part, was, is);
            }
            case ARTIFACT -> named("", artifact(from), artifact(to));
            case TAGS -> named("Tag ", from.tags(), to.tags());
        };
    }

    private static ComparedRows ofRun(Part part, Run was, Run is) {
        return switch (part) {
            case RUN -> named("", facts(was), facts(is));
            case DATA -> data(was, is);
            case PARAMETERS -> named("Parameter ", was.parameters(), is.parameters());
            default -> named("Training metric ", figures(was), figures(is));
        };
    }

    // Of what is alike in a contract only the fact is worth a row.
    private static ComparedRows contract(VersionDetails from, VersionDetails to) {
        var was = from.signature();
        var is = to.signature();
        if (was == null || is == null) {
            return NONE;
        }
        var change = ContractChange.between(was, is);
        var differences = new ArrayList<Difference>();
        change.breaking()
                .forEach(it -> differences.add(
                        new Difference("Breaks callers", Change.CHANGED, "", it, "Breaks callers: " + it + ".")));
        change.harmless()
                .forEach(it -> differences.add(
                        new Difference("Callers need not change", Change.CHANGED, "", it, "For callers: " + it + ".")));
        int columns =
                was.inputs().size() + was.outputs().size() + was.parameters().size();
        return differences.isEmpty()
                ? new ComparedRows(List.of(), List.of(new Same("Inputs and outputs", columns + " columns")))
                : new ComparedRows(differences, List.of());
    }

    private static Map<String, String> artifact(VersionDetails details) {
        return present("Image", details.image(), "Source", details.source());
    }

    private static Map<String, String> facts(Run run) {
        var facts = present("Run", run.name().isEmpty() ? run.id() : run.name(), "Trained by", run.user());
        run.commit().ifPresent(it -> facts.put("Commit", it));
        Optional.ofNullable(run.tags().get("mlflow.source.name"))
                .filter(it -> !it.isBlank())
                .ifPresent(it -> facts.put("Script", it));
        return facts;
    }

    private static Map<String, String> present(String first, String value, String second, String other) {
        var present = new TreeMap<String, String>();
        if (!value.isBlank()) {
            present.put(first, value);
        }
        if (!other.isBlank()) {
            present.put(second, other);
        }
        return present;
    }

    private static Map<String, String> figures(Run run) {
        var figures = new TreeMap<String, String>();
        run.metrics().forEach((name, value) -> figures.put(name, figure(value)));
        return figures;
    }

    // Beyond ten digits a figure tells how it was summed.
    private static String figure(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    private static ComparedRows named(String noun, Map<String, String> was, Map<String, String> is) {
        var names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        var differences = new ArrayList<Difference>();
        var same = new ArrayList<Same>();
        for (var name : names) {
            var before = was.getOrDefault(name, "");
            var after = is.getOrDefault(name, "");
            if (!is.containsKey(name)) {
                differences.add(difference(noun, name, before, "", Change.REMOVED));
            } else if (!was.containsKey(name)) {
                differences.add(difference(noun, name, "", after, Change.ADDED));
            } else if (before.equals(after)) {
                same.add(new Same(name, after));
            } else {
                differences.add(difference(noun, name, before, after, Change.CHANGED));
            }
        }
        return new ComparedRows(differences, same);
    }

    private static Difference difference(String noun, String name, String was, String is, Change change) {
        var what = noun + name;
        var sentence =
                switch (change) {
                    case ADDED -> what + ": new, " + is + ".";
                    case REMOVED -> what + ": gone, was " + was + ".";
                    case CHANGED -> what + ": " + was + " → " + is + ".";
                };
        return new Difference(name, change, was, is, DIGEST.matcher(sentence).replaceAll("$1…"));
    }

    // A run reads each set for a purpose. Where there is one a purpose, another name is another set: one change.
    private static ComparedRows data(Run was, Run is) {
        return named("Data for ", data(was), data(is));
    }

    private static Map<String, String> data(Run run) {
        var perContext = new TreeMap<String, List<Dataset>>();
        run.datasets().forEach(it -> perContext
                .computeIfAbsent(it.context().isBlank() ? "the run" : it.context(), _ -> new ArrayList<>())
                .add(it));
        var data = new TreeMap<String, String>();
        perContext.forEach((context, sets) -> {
            for (var set : sets) {
                data.put(
                        sets.size() == 1 ? context : context + " from " + set.name(),
                        set.name() + (set.digest().isBlank() ? "" : ", digest " + set.digest()));
            }
        });
        return data;
    }
}
