package jml.engine.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jml.core.registry.ArtifactSignatures;
import jml.core.registry.ModelRegistry;
import jml.core.registry.ModelVersion;
import jml.core.registry.RegisteredModel;
import jml.core.registry.VersionComparison.Part;
import jml.core.source.SourceException;
import org.junit.jupiter.api.Test;

class RegistryComparisonsTest {
    private final FakeRegistry registry = new FakeRegistry();
    private final RegistryComparisons comparisons = new RegistryComparisons(() -> registry);

    @Test
    void onlyTheTwoVersionsAreAskedAbout() throws Exception {
        comparisons.between("MLflow", "credit", "1", "2");

        assertThat(registry.asked).containsExactly("run r1", "signature 1", "run r2", "signature 2");
    }

    @Test
    void theImageIsToldOnceAndTheConsolesOwnTagsAreNot() throws Exception {
        var comparison = comparisons.between("MLflow", "credit", "1", "2");

        assertThat(comparison.sentences(Part.ARTIFACT)).containsExactly("Image: sha256:1 → sha256:2.");
        assertThat(comparison.sentences(Part.TAGS)).containsExactly("Tag team: of v1 → of v2.");
    }

    @Test
    void aRunThatCannotBeReadIsAGapInWords() throws Exception {
        registry.failingRun = "r2";

        var run = comparisons.between("MLflow", "credit", "1", "2").sections().stream()
                .filter(it -> it.part() == Part.RUN)
                .findFirst()
                .orElseThrow();

        assertThat(run.gaps()).containsExactly("The run of v2: forbidden, no right READ");
        assertThat(run.differences()).isEmpty();
    }

    @Test
    void aVersionWithoutARunAsksForNone() throws Exception {
        registry.runless = true;

        var gaps = comparisons
                .between("MLflow", "credit", "1", "2")
                .sections()
                .getFirst()
                .gaps();

        assertThat(registry.asked).noneMatch(it -> it.startsWith("run"));
        assertThat(gaps).first().isEqualTo("The contract of v1: the registry does not have it.");
    }

    @Test
    void aDeletedVersionAndAnUnknownRegistryAreProblems() {
        var gone = catchThrowableOfType(SourceException.class, () -> comparisons.between("MLflow", "credit", "1", "9"));
        var unknown =
                catchThrowableOfType(SourceException.class, () -> comparisons.between("other", "credit", "1", "2"));

        assertThat(gone).hasMessage("the registry has no v9 of credit");
        assertThat(unknown.kind()).isEqualTo(SourceException.Kind.MISCONFIGURED);
    }

    @Test
    void theChoicesAreThePolledVersionsAndAskNobody() {
        assertThat(comparisons.choices("MLflow", "credit"))
                .extracting(ModelVersion::version)
                .containsExactly("2", "1");
        assertThat(comparisons.choices("other", "credit")).isEmpty();
        assertThat(registry.asked).isEmpty();
    }

    private static final class FakeRegistry implements ModelRegistry, Registries {
        final List<String> asked = new ArrayList<>();
        String failingRun = "";
        boolean runless;

        private ModelVersion made(String version) {
            return new ModelVersion(
                    version,
                    Instant.EPOCH,
                    ModelVersion.Status.READY,
                    "",
                    runless ? "" : "r" + version,
                    "",
                    Map.of(
                            "image.digest",
                            "sha256:" + version,
                            "jml.approval.1",
                            "signed " + version,
                            "team",
                            "of v" + version));
        }

        @Override
        public List<RegisteredModel> models() {
            return List.of(new RegisteredModel("credit", "", Map.of(), Map.of(), List.of(made("2"), made("1"))));
        }

        @Override
        public Optional<Run> run(String runId) throws SourceException {
            asked.add("run " + runId);
            if (runId.equals(failingRun)) {
                throw new SourceException("MLflow", SourceException.Kind.FORBIDDEN, "no right READ");
            }
            return Optional.of(
                    new Run(runId, runId, "ana", "FINISHED", Instant.EPOCH, Map.of(), Map.of(), Map.of(), List.of()));
        }

        @Override
        public Optional<Signature> signature(String model, String version) {
            asked.add("signature " + version);
            return Optional.empty();
        }

        @Override
        public String describe() {
            return "a fake";
        }

        @Override
        public Optional<ModelRegistry> connected(String source) {
            return source.equals("MLflow") ? Optional.of(this) : Optional.empty();
        }

        @Override
        public Optional<ArtifactSignatures> signatures(String source) {
            return Optional.empty();
        }

        @Override
        public Optional<RegisteredModel> polled(String source, String model) {
            return source.equals("MLflow") ? Optional.of(models().getFirst()) : Optional.empty();
        }
    }
}
