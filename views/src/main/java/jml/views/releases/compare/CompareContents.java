package jml.views.releases.compare;

import java.util.ArrayList;
import java.util.List;
import jml.core.fleet.ModelFacts;
import jml.core.registry.ModelVersion;
import jml.core.registry.VersionComparison;
import jml.core.registry.VersionComparison.Change;
import jml.core.registry.VersionComparison.Difference;
import jml.core.registry.VersionComparison.Part;
import jml.core.registry.VersionComparison.Section;
import jml.core.registry.VersionComparisons;
import jml.core.source.SourceException;
import jml.core.text.Words;
import jml.views.releases.compare.CompareContent.Choice;
import jml.views.releases.compare.CompareContent.Group;
import jml.views.releases.compare.CompareContent.Row;

/// Makes what the comparison shows. Pure; for a background thread.
final class CompareContents {
    private static final int LONGEST = 60;

    private final ModelFacts facts;
    private final List<Choice> choices;
    private final String from;
    private final String to;

    /// @param versions there are, newest first
    /// @param wanted those asked for; one that is empty is the serving version, or the candidate
    CompareContents(ModelFacts facts, List<ModelVersion> versions, Pair wanted) {
        this.facts = facts;
        this.choices = versions.stream()
                .map(it -> new Choice(it.version(), words(facts, it)))
                .toList();
        this.from = wanted.from().isEmpty() ? served(versions) : wanted.from();
        this.to = wanted.to().isEmpty() ? coming(versions) : wanted.to();
    }

    /// Two versions as a link keeps them: `16..17`.
    record Pair(String from, String to) {
        private static final String BETWEEN = "..";

        /// Both are empty when the text is no pair.
        static Pair of(String text) {
            int at = text.indexOf(BETWEEN);
            return at < 0 ? new Pair("", "") : new Pair(text.substring(0, at), text.substring(at + BETWEEN.length()));
        }

        String text() {
            return from + BETWEEN + to;
        }
    }

    /// Whether there are two versions to ask about.
    boolean comparable() {
        return !from.isEmpty() && !to.isEmpty() && !facts.registrySource().isEmpty();
    }

    VersionComparison ask(VersionComparisons comparisons) throws SourceException, InterruptedException {
        return comparisons.between(facts.registrySource(), facts.registryName(), from, to);
    }

    private String served(List<ModelVersion> versions) {
        if (!facts.version().isEmpty()) {
            return facts.version();
        }
        return versions.size() < 2 ? "" : versions.get(1).version();
    }

    // Without a release, the newest version beside the one that serves.
    private String coming(List<ModelVersion> versions) {
        if (facts.releasing()) {
            return facts.candidate();
        }
        return versions.stream()
                .map(ModelVersion::version)
                .filter(it -> !it.equals(from))
                .findFirst()
                .orElse("");
    }

    private static String words(ModelFacts facts, ModelVersion version) {
        var words = Words.version(version.version());
        if (version.version().equals(facts.version())) {
            return words + ", serving";
        }
        return version.version().equals(facts.candidate()) ? words + ", candidate" : words;
    }

    CompareContent waiting() {
        return content("Asking " + facts.registrySource() + " …", 0, List.of(), "");
    }

    CompareContent nothing() {
        return content(
                facts.registrySource().isEmpty()
                        ? "No registry has this model, so there is nothing to compare."
                        : "The registry tells of no two versions of this model.",
                0,
                List.of(),
                "");
    }

    CompareContent failed(String problem) {
        return content("", 0, List.of(), problem);
    }

    /// @param all with what is equal
    CompareContent of(VersionComparison comparison, boolean all) {
        int differ = comparison.differences();
        int same = comparison.same();
        var summary = differ == 0
                ? "Nothing that the registry tells differs."
                : Words.count(differ) + " of " + Words.count(differ + same) + (differ == 1 ? " differs." : " differ.");
        return content(
                summary,
                same,
                comparison.sections().stream().map(it -> group(it, all)).toList(),
                "");
    }

    private CompareContent content(String summary, int same, List<Group> groups, String problem) {
        return new CompareContent(facts.key().name(), choices, from, to, summary, same, groups, problem);
    }

    private static Group group(Section section, boolean all) {
        var rows = new ArrayList<Row>();
        section.differences().forEach(it -> rows.add(row(it)));
        if (all) {
            section.same().forEach(it -> rows.add(row(it.name(), it.value(), "equal", it.value(), false)));
        }
        return new Group(title(section.part()), note(section), rows, section.gaps());
    }

    private static String note(Section section) {
        int differ = section.differences().size();
        int same = section.same().size();
        if (differ + same == 0) {
            return "not compared";
        }
        return (differ == 0 ? "nothing differs" : Words.count(differ) + (differ == 1 ? " differs" : " differ"))
                + (same == 0 ? "" : ", " + Words.count(same) + " equal");
    }

    private static Row row(Difference it) {
        var was = it.change() == Change.ADDED ? "none" : it.was();
        var is = it.change() == Change.REMOVED ? "none" : it.is();
        return row(it.name(), was, is, was.isEmpty() ? is : was + "\n→ " + is, true);
    }

    private static Row row(String name, String was, String is, String whole, boolean differs) {
        var shortName = Words.oneLine(name, LONGEST);
        var shortWas = Words.oneLine(was, LONGEST);
        var shortIs = Words.oneLine(is, LONGEST);
        boolean cut = !shortName.equals(name) || !shortWas.equals(was) || !shortIs.equals(is);
        return new Row(shortName, shortWas, shortIs, cut ? name + ": " + whole : "", differs);
    }

    private static String title(Part part) {
        return switch (part) {
            case CONTRACT -> "Contract with callers";
            case RUN -> "Run";
            case DATA -> "Data";
            case PARAMETERS -> "Parameters";
            case METRICS -> "Training metrics";
            case ARTIFACT -> "Artifact";
            case TAGS -> "Tags";
        };
    }
}
