package jml.core.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What differs between two versions of a model, in the order in which a reviewer asks: the contract with callers, the
/// run, its data, parameters and metrics, the artifact, tags.
///
/// @param from, to the versions as the registry writes them
/// @param sections one for each part that has a row or a gap
public record VersionComparison(String from, String to, List<Section> sections) {
    public enum Part {
        CONTRACT,
        RUN,
        DATA,
        PARAMETERS,
        METRICS,
        ARTIFACT,
        TAGS
    }

    public enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }

    /// One thing that differs.
    ///
    /// @param was, is whole, as the registry writes them; empty where there is none
    /// @param sentence the same for a person: "Parameter max_depth: 8 → 10."
    public record Difference(String name, Change change, String was, String is, String sentence) {}

    /// One thing that both versions have alike.
    public record Same(String name, String value) {}

    /// @param differences by name
    /// @param same by name
    /// @param gaps what could not be compared and why, one sentence each
    public record Section(Part part, List<Difference> differences, List<Same> same, List<String> gaps) {
        public Section {
            differences = List.copyOf(differences);
            same = List.copyOf(same);
            gaps = List.copyOf(gaps);
        }
    }

    public VersionComparison {
        sections = List.copyOf(sections);
    }

    /// From the first version to the second. What one side does not know is a gap, never a difference.
    public static VersionComparison between(VersionDetails from, VersionDetails to) {
        var sections = new ArrayList<Section>();
        for (var part : Part.values()) {
            var rows = ComparedRows.of(part, from, to);
            var gaps = new ArrayList<>(from.gaps(part));
            to.gaps(part).stream().filter(it -> !gaps.contains(it)).forEach(gaps::add);
            var section = new Section(part, rows.differences(), rows.same(), gaps);
            if (!section.differences().isEmpty()
                    || !section.same().isEmpty()
                    || !section.gaps().isEmpty()) {
                sections.add(section);
            }
        }
        return new VersionComparison(from.version(), to.version(), sections);
    }

    public int differences() {
        return sections.stream().mapToInt(it -> it.differences().size()).sum();
    }

    /// How many things both versions have alike.
    public int same() {
        return sections.stream().mapToInt(it -> it.same().size()).sum();
    }

    /// What differs in these parts, one sentence each, in the order of the parts.
    public List<String> sentences(Part... parts) {
        var wanted = List.of(parts);
        return sections.stream()
                .filter(it -> wanted.contains(it.part()))
                .sorted(Comparator.comparing(Section::part))
                .flatMap(it -> it.differences().stream().map(Difference::sentence))
                .toList();
    }
}
