package jml.core.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jml.core.registry.ModelRegistry.Dataset;
import jml.core.registry.ModelRegistry.Run;
import jml.core.registry.ModelRegistry.Signature;
import jml.core.registry.ModelRegistry.Signature.Column;
import jml.core.registry.VersionComparison.Change;
import jml.core.registry.VersionComparison.Part;
import jml.core.registry.VersionComparison.Same;
import jml.core.registry.VersionComparison.Section;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionComparisonTest {
    private static Run run(String name, String user, String commit, Map<String, String> parameters, Dataset... data) {
        return new Run(
                "id-" + name,
                name,
                user,
                "FINISHED",
                Instant.EPOCH,
                parameters,
                Map.of("auc", name.endsWith("1") ? 0.871 : 0.88),
                Map.of("mlflow.source.git.commit", commit),
                List.of(data));
    }

    private static Signature signature(Column... inputs) {
        return new Signature(List.of(inputs), List.of(new Column("score", "double", true)), List.of());
    }

    private static VersionDetails details(String version, @Nullable Run run, @Nullable Signature signature) {
        return new VersionDetails(
                version, "models:/m-" + version, "", Map.of("team", "fraud"), run, signature, Map.of());
    }

    private static Section section(VersionComparison comparison, Part part) {
        return comparison.sections().stream()
                .filter(it -> it.part() == part)
                .findFirst()
                .orElseThrow();
    }

    private static final Run FIRST = run(
            "train-1",
            "ana",
            "9f8e7d",
            Map.of("max_depth", "8", "C", "1.0", "trees", "400"),
            new Dataset("credit-1", "b0a2", "delta", "training"));
    private static final Run SECOND = run(
            "train-2",
            "ana",
            "1c2d3e",
            Map.of("max_depth", "10", "solver", "saga", "trees", "400"),
            new Dataset("credit-2", "77aa", "delta", "training"));

    @Test
    void parametersAreAddedRemovedOrChangedAndEqualOnesAreCounted() {
        var parameters = section(
                VersionComparison.between(details("1", FIRST, null), details("2", SECOND, null)), Part.PARAMETERS);

        assertThat(parameters.differences())
                .extracting(VersionComparison.Difference::change, VersionComparison.Difference::sentence)
                .containsExactly(
                        tuple(Change.REMOVED, "Parameter C: gone, was 1.0."),
                        tuple(Change.CHANGED, "Parameter max_depth: 8 → 10."),
                        tuple(Change.ADDED, "Parameter solver: new, saga."));
        assertThat(parameters.same()).containsExactly(new Same("trees", "400"));
    }

    @Test
    void theRunItsCommitDataAndMetricsAreToldInOrder() {
        var comparison = VersionComparison.between(details("1", FIRST, null), details("2", SECOND, null));

        assertThat(comparison.sentences(Part.METRICS, Part.DATA, Part.RUN))
                .containsExactly(
                        "Commit: 9f8e7d → 1c2d3e.",
                        "Run: train-1 → train-2.",
                        "Data for training: credit-1, digest b0a2 → credit-2, digest 77aa.",
                        "Training metric auc: 0.871 → 0.88.");
        assertThat(section(comparison, Part.RUN).same()).containsExactly(new Same("Trained by", "ana"));
        assertThat(section(comparison, Part.ARTIFACT).differences())
                .extracting(VersionComparison.Difference::was, VersionComparison.Difference::is)
                .containsExactly(tuple("models:/m-1", "models:/m-2"));
        assertThat(section(comparison, Part.TAGS).same()).containsExactly(new Same("team", "fraud"));
    }

    @Test
    void theSameDataWithAnotherContentIsADifference() {
        var rewritten = run("train-2", "ana", "9f8e7d", Map.of(), new Dataset("credit-1", "ffff", "delta", "training"));

        assertThat(VersionComparison.between(details("1", FIRST, null), details("2", rewritten, null))
                        .sentences(Part.DATA))
                .containsExactly("Data for training: credit-1, digest b0a2 → credit-1, digest ffff.");
    }

    @Test
    void twoSetsForOnePurposeAreComparedByTheirNames() {
        var one = run(
                "train-1",
                "ana",
                "c",
                Map.of(),
                new Dataset("a", "1", "delta", "training"),
                new Dataset("b", "1", "delta", "training"));
        var other = run(
                "train-2",
                "ana",
                "c",
                Map.of(),
                new Dataset("b", "2", "delta", "training"),
                new Dataset("a", "1", "delta", "training"));

        assertThat(VersionComparison.between(details("1", one, null), details("2", other, null))
                        .sentences(Part.DATA))
                .containsExactly("Data for training from b: b, digest 1 → b, digest 2.");
    }

    @Test
    void whatBreaksCallersStandsFirst() {
        var comparison = VersionComparison.between(
                details("1", FIRST, signature(new Column("age", "long", false))),
                details("2", SECOND, signature(new Column("age", "double", false), new Column("x", "long", false))));

        assertThat(comparison.sections().getFirst().part()).isEqualTo(Part.CONTRACT);
        assertThat(comparison.sentences(Part.CONTRACT))
                .containsExactly("Breaks callers: input age long → double.", "For callers: input x is new.");
    }

    @Test
    void whatOneSideDoesNotKnowIsAGapAndNoDifference() {
        var gap = "The run of v2: the registry does not have it.";
        var unknown = new VersionDetails("2", "", "", Map.of(), null, null, Map.of(Part.RUN, List.of(gap)));

        var comparison = VersionComparison.between(details("1", FIRST, signature()), unknown);

        assertThat(section(comparison, Part.RUN).gaps()).containsExactly(gap);
        assertThat(comparison.sections()).extracting(Section::part).containsExactly(Part.RUN, Part.ARTIFACT, Part.TAGS);
        assertThat(comparison.sentences(Part.RUN, Part.DATA, Part.PARAMETERS, Part.CONTRACT))
                .isEmpty();
    }

    @Test
    void aVersionDiffersInNothingFromItself() {
        var details = details("1", FIRST, signature(new Column("age", "long", false)));

        var comparison = VersionComparison.between(details, details);

        assertThat(comparison.differences()).isZero();
        assertThat(comparison.same()).isEqualTo(11);
    }

    @Test
    void aDigestIsWholeInItsRowAndBeginsTheSentence() {
        var was = imaged("1", "sha256:" + "a1".repeat(32));
        var is = imaged("2", "sha256:" + "b2".repeat(32));

        var comparison = VersionComparison.between(was, is);

        assertThat(comparison.sentences(Part.ARTIFACT))
                .containsExactly("Image: sha256:a1a1a1a1a1a1… → sha256:b2b2b2b2b2b2….");
        assertThat(section(comparison, Part.ARTIFACT).differences().getFirst().is())
                .isEqualTo("sha256:" + "b2".repeat(32));
    }

    private static VersionDetails imaged(String version, String image) {
        return new VersionDetails(version, "", image, Map.of(), null, null, Map.of());
    }

    @Test
    void howAMetricWasSummedIsNoDifference() {
        var was = new Run("a", "a", "", "", Instant.EPOCH, Map.of(), Map.of("auc", 0.8086), Map.of(), List.of());
        var is = new Run(
                "b", "b", "", "", Instant.EPOCH, Map.of(), Map.of("auc", 0.8086000000000001), Map.of(), List.of());

        assertThat(VersionComparison.between(details("1", was, null), details("2", is, null))
                        .sentences(Part.METRICS))
                .isEmpty();
    }
}
