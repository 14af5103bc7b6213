package jml.connectors.mlflow;

import static jml.connectors.mlflow.RecordedMlflow.ARTIFACT;
import static jml.connectors.mlflow.RecordedMlflow.RUN;
import static jml.connectors.mlflow.RecordedMlflow.VERSION;
import static jml.connectors.mlflow.RecordedMlflow.byName;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jml.core.registry.ModelRegistry;
import jml.core.registry.ModelRegistry.Dataset;
import jml.core.registry.ModelRegistry.Signature.Column;
import jml.core.registry.ModelRegistryContract;
import jml.core.registry.ModelVersion;
import jml.core.registry.ModelVersion.Status;
import jml.core.registry.RegisteredModel;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MlflowRegistryTest {
    /// What both generations must tell alike, from the same models.
    abstract static class Recordings extends ModelRegistryContract {
        private final String version;
        RecordedMlflow mlflow;

        Recordings(String version) {
            this.version = version;
        }

        @BeforeEach
        void start() throws Exception {
            mlflow = new RecordedMlflow(version);
        }

        @AfterEach
        void stop() {
            mlflow.close();
        }

        @Override
        protected MlflowRegistry registry() throws Exception {
            return mlflow.registry();
        }

        @Test
        @Override
        protected void theRunOfAVersionIsFound() throws Exception {
            mlflow.answer(RUN, "run");
            var madeIt = byName(registry()).get("credit-risk").version("1").orElseThrow();

            assertThat(registry().run(madeIt.runId()).map(ModelRegistry.Run::id))
                    .contains(madeIt.runId());
        }

        @Override
        protected String singled() {
            return "risk.payments-fraud";
        }

        // The two answers were recorded from two seedings of the same models.
        @Test
        @Override
        protected void oneVersionIsToldAsAmongAll() throws Exception {
            var among = byName(registry()).get(singled()).version("3").orElseThrow();

            assertThat(registry().version(singled(), "3")).hasValueSatisfying(it -> {
                assertThat(it.status()).isEqualTo(among.status());
                assertThat(it.tags()).containsOnlyKeys(among.tags().keySet());
                assertThat(it.runId()).matches("[0-9a-f]{32}");
                assertThat(it.modelId().isEmpty()).isEqualTo(among.modelId().isEmpty());
                assertThat(it.createdAt()).isAfter(Instant.EPOCH);
            });
        }

        @Test
        @Override
        protected void aVersionThatIsNotThereIsEmpty() throws Exception {
            mlflow.answer(VERSION, "act-no-version");

            assertThat(registry().version(singled(), "99")).isEmpty();
        }

        @Test
        void oneVersionTakesOneRequest() throws Exception {
            assertThat(registry().version(singled(), "3")).hasValueSatisfying(it -> {
                assertThat(it.version()).isEqualTo("3");
                assertThat(it.tags()).containsKey("image.digest");
            });
            assertThat(mlflow.server().asked()).singleElement().satisfies(it -> {
                assertThat(it.encodedPath()).endsWith(VERSION);
                assertThat(it.queryParameter("name")).isEqualTo(singled());
                assertThat(it.queryParameter("version")).isEqualTo("3");
            });
        }

        @Test
        void modelsOfAllPagesAreTold() throws Exception {
            assertThat(registry().models())
                    .hasSize(18)
                    .flatExtracting(RegisteredModel::versions)
                    .hasSize(25);
        }

        @Test
        void aModelHasItsTagsAliasesAndVersions() throws Exception {
            var model = byName(registry()).get("risk.payments-fraud");

            assertThat(model.tags())
                    .containsEntry("owner", "payments-risk")
                    .containsEntry("jml.workload", "fraud-scorer");
            assertThat(model.aliases()).isEqualTo(Map.of("champion", "2", "challenger", "3"));
            assertThat(model.versions()).extracting(ModelVersion::version).containsExactly("3", "2", "1");
        }

        @Test
        void aVersionHasItsRunTagsAndTime() throws Exception {
            var newest = byName(registry()).get("credit-risk").versions().getFirst();

            assertThat(newest.status()).isEqualTo(Status.READY);
            assertThat(newest.createdAt())
                    .isBetween(Instant.parse("2026-11-24T00:00:00Z"), Instant.parse("2026-11-25T00:00:00Z"));
            assertThat(newest.runId()).matches("[0-9a-f]{32}");
            assertThat(newest.tags())
                    .containsEntry("image", "lab/pd-scoring:v3")
                    .containsKey("image.digest");
        }

        @Test
        void aModelWithoutVersionsIsAModel() throws Exception {
            assertThat(byName(registry()).get("edge-empty")).satisfies(model -> {
                assertThat(model.description()).isEqualTo("no versions");
                assertThat(model.versions()).isEmpty();
                assertThat(model.aliases()).isEmpty();
                assertThat(model.tags()).isEmpty();
            });
        }

        @Test
        void hostileNamesArriveUnchanged() throws Exception {
            assertThat(byName(registry()))
                    .containsKeys(
                            "quote \"q\" 's",
                            "new\nline",
                            "\u05e2\u05d1\u05e8\u05d9\u05ea-\u202emodel",
                            "x".repeat(200));
        }

        @Test
        void requestsGrowWithPagesOnly() throws Exception {
            registry().models();

            assertThat(mlflow.server().asked())
                    .extracting(HttpUrl::encodedPath)
                    .containsExactly(
                            "/behind/a/proxy/api/2.0/mlflow/model-versions/search",
                            "/behind/a/proxy/api/2.0/mlflow/model-versions/search",
                            "/behind/a/proxy/api/2.0/mlflow/registered-models/search",
                            "/behind/a/proxy/api/2.0/mlflow/registered-models/search");
        }

        @Test
        void anUnchangedModelIsTheSameInstanceAgain() throws Exception {
            var registry = registry();

            var first = byName(registry);
            var again = byName(registry);

            assertThat(again.get("credit-risk")).isSameAs(first.get("credit-risk"));
        }

        @Test
        void aRunHasParametersMetricsTagsAndDatasets() throws Exception {
            mlflow.answer(RUN, "run");

            assertThat(registry().run("any")).hasValueSatisfying(run -> {
                assertThat(run.name()).isEqualTo("train-v1");
                assertThat(run.user()).isEqualTo("lab");
                assertThat(run.status()).isEqualTo("FINISHED");
                assertThat(run.parameters()).isEqualTo(Map.of("C", "1.0", "solver", "lbfgs", "features", "4"));
                assertThat(run.metrics()).isEqualTo(Map.of("auc", 0.871));
                assertThat(run.tags()).containsEntry("mlflow.source.name", "seed_mlflow.py");
                assertThat(run.datasets())
                        .containsExactly(new Dataset("credit-training-1", "b0a241db", "code", "training"));
            });
        }

        @Test
        void figuresThatAreNoNumbersAreKept() throws Exception {
            mlflow.answer(RUN, "run-edges");

            assertThat(registry().run("any").orElseThrow().metrics())
                    .isEqualTo(Map.of(
                            "nan", Double.NaN,
                            "inf", Double.POSITIVE_INFINITY,
                            "ninf", Double.NEGATIVE_INFINITY,
                            "tiny", 1e-7));
        }

        @Test
        void aVersionWithoutARunAsksNothing() throws Exception {
            assertThat(registry().run("")).isEmpty();
            assertThat(mlflow.server().asked()).isEmpty();
        }

        @Test
        void aSignatureOfColumnsIsRead() throws Exception {
            var signature = registry().signature("credit-risk", "1").orElseThrow();

            assertThat(signature.inputs())
                    .containsExactly(
                            new Column("amount", "double", true),
                            new Column("age_days", "double", true),
                            new Column("requests_1h", "double", true),
                            new Column("country_risk", "double", true));
            assertThat(signature.outputs()).containsExactly(new Column("", "tensor(int64,[-1])", true));
            assertThat(signature.parameters()).isEmpty();
            assertThat(mlflow.server().asked().getLast().query()).isEqualTo("name=credit-risk&version=1&path=MLmodel");
        }

        @Test
        void aSignatureOfTensorsAndParametersIsRead() throws Exception {
            mlflow.answer(ARTIFACT, "mlmodel-tensors");

            var signature = registry().signature("edge-tensors", "1").orElseThrow();

            assertThat(signature.inputs())
                    .containsExactly(
                            new Column("pixels", "tensor(float32,[-1,2])", true),
                            new Column("mask", "tensor(int64,[-1])", true));
            assertThat(signature.outputs()).containsExactly(new Column("", "tensor(float32,[-1,10])", true));
            assertThat(signature.parameters())
                    .containsExactly(
                            new Column("temperature", "double", false), new Column("stop", "string[-1]", false));
        }

        @Test
        void nestedTypesAreWrittenOut() throws Exception {
            mlflow.answer(ARTIFACT, "mlmodel-columns");

            var signature = registry().signature("edge-columns", "1").orElseThrow();

            assertThat(signature.inputs())
                    .containsExactly(
                            new Column("age", "double", true),
                            new Column("country", "string", false),
                            new Column("history", "array(array(long))", true),
                            new Column("pair", "object(k: string, v?: double)", true),
                            new Column("scores", "map(float)", true),
                            new Column("extra", "any", false));
            assertThat(signature.outputs()).containsExactly(new Column("", "datetime", true));
        }

        @Test
        void aModelLoggedWithoutASignatureHasNone() throws Exception {
            mlflow.answer(ARTIFACT, "mlmodel-bare");

            assertThat(registry().signature("edge-bare", "1")).isEmpty();
        }

        @Test
        void aVersionThatIsGoneHasNoSignature() throws Exception {
            mlflow.answer(ARTIFACT, "mlmodel-unknown");

            assertThat(registry().signature("edge-bare", "9")).isEmpty();
        }

        @Test
        void theDescriptionTellsTheVersion() throws Exception {
            assertThat(registry().describe()).isEqualTo("MLflow " + version);
        }
    }

    @Nested
    class Version3 extends Recordings {
        Version3() {
            super("3.17.2");
        }

        @Test
        void theLoggedModelIsNamedByTheSource() throws Exception {
            assertThat(byName(registry()).get("credit-risk").versions())
                    .allSatisfy(it -> assertThat(it.source()).isEqualTo("models:/" + it.modelId()))
                    .extracting(ModelVersion::modelId)
                    .allMatch(id -> id.startsWith("m-"));
        }

        @Test
        void aDeletedVersionTakesItsAliasesAway() throws Exception {
            assertThat(byName(registry()).get("edge-alias").aliases()).isEqualTo(Map.of("champion", "2"));
        }

        @Test
        void aVersionWithoutFilesHasNoSignature() throws Exception {
            mlflow.answer(ARTIFACT, "mlmodel-nothing");

            assertThat(registry().signature("edge-nothing", "1")).isEmpty();
        }
    }

    @Nested
    class Version2 extends Recordings {
        Version2() {
            super("2.22.5");
        }

        @Test
        void thereAreNoLoggedModels() throws Exception {
            assertThat(registry().models())
                    .flatExtracting(RegisteredModel::versions)
                    .extracting(ModelVersion::modelId)
                    .containsOnly("");
        }

        @Test
        void anAliasOfADeletedVersionIsKeptAsItIs() throws Exception {
            var model = byName(registry()).get("edge-alias");

            assertThat(model.aliases()).isEqualTo(Map.of("champion", "2", "gone", "1"));
            assertThat(model.version("1")).isEmpty();
            assertThat(model.versions()).extracting(ModelVersion::version).isEqualTo(List.of("2"));
        }
    }
}
