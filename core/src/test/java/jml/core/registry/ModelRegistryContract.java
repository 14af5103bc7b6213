package jml.core.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [ModelRegistry] promises, whatever it reads. An implementation extends this and gives a registry with
/// at least one model that has a version made by a run.
public abstract class ModelRegistryContract {
    protected abstract ModelRegistry registry() throws Exception;

    @Test
    protected void everyModelIsToldOnceByName() throws Exception {
        var models = registry().models();

        assertThat(models).isNotEmpty().isSortedAccordingTo(Comparator.comparing(RegisteredModel::name));
        assertThat(models).extracting(RegisteredModel::name).doesNotHaveDuplicates();
    }

    @Test
    protected void versionsAreToldOnceNewestFirst() throws Exception {
        assertThat(registry().models()).allSatisfy(model -> {
            assertThat(model.versions()).extracting(ModelVersion::version).doesNotHaveDuplicates();
            assertThat(model.versions())
                    .isSortedAccordingTo(
                            Comparator.comparing(ModelVersion::createdAt).reversed());
            assertThat(model.versions()).extracting(ModelVersion::createdAt).allMatch(Instant.EPOCH::isBefore);
        });
    }

    @Test
    protected void anAliasPointsAtAVersionByItsNumber() throws Exception {
        assertThat(registry().models())
                .flatExtracting(model -> List.copyOf(model.aliases().values()))
                .allSatisfy(version -> assertThat(version).isNotBlank());
    }

    @Test
    protected void theRunOfAVersionIsFound() throws Exception {
        var registry = registry();
        var runId = aVersionWithARun(registry).runId();

        assertThat(registry.run(runId)).hasValueSatisfying(run -> {
            assertThat(run.id()).isEqualTo(runId);
            assertThat(run.startedAt()).isAfter(Instant.EPOCH);
        });
    }

    @Test
    protected void aRunThatIsGoneIsEmpty() throws Exception {
        assertThat(registry().run("0123456789abcdef0123456789abcdef")).isEmpty();
    }

    @Test
    protected void aSignatureNamesTypes() throws Exception {
        var registry = registry();
        var model = registry.models().stream()
                .filter(it -> !it.versions().isEmpty())
                .findFirst()
                .orElseThrow();

        var signature =
                registry.signature(model.name(), model.versions().getFirst().version());

        signature.ifPresent(it -> assertThat(it.inputs())
                .allSatisfy(column -> assertThat(column.type()).isNotBlank()));
    }

    @Test
    protected void oneVersionIsToldAsAmongAll() throws Exception {
        var registry = registry();
        var model = registry.models().stream()
                .filter(it -> it.name().equals(singled()))
                .findFirst()
                .orElseThrow();
        var newest = model.versions().getFirst();

        assertThat(registry.version(model.name(), newest.version())).contains(newest);
    }

    @Test
    protected void aVersionThatIsNotThereIsEmpty() throws Exception {
        assertThat(registry().version(singled(), "99999")).isEmpty();
    }

    /// A model whose newest version can be asked for by itself.
    protected abstract String singled();

    @Test
    protected void theServerSaysWhatItIs() throws Exception {
        assertThat(registry().describe()).containsPattern("\\w").doesNotContain("\n");
    }

    private static ModelVersion aVersionWithARun(ModelRegistry registry) throws Exception {
        return registry.models().stream()
                .flatMap(model -> model.versions().stream())
                .filter(version -> !version.runId().isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
