package jml.connectors.mlflow;

import static jml.connectors.mlflow.RecordedMlflow.byName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import jml.connectors.http.Access;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.Limits;
import jml.core.registry.ModelRegistry.Dataset;
import jml.core.registry.ModelRegistry.Signature.Column;
import jml.core.registry.ModelRegistryContract;
import jml.core.registry.ModelVersion;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// Against the lab's registries, which hold the models of `lab/seed/models.json`.
class MlflowLiveTest {
    abstract static class Live extends ModelRegistryContract {
        private final String url;

        Live(String variable) {
            this.url = System.getenv(variable);
        }

        @Override
        protected String singled() {
            return "risk.payments-fraud";
        }

        @Override
        protected MlflowRegistry registry() throws Exception {
            return new MlflowRegistry(JsonHttp.open("lab", url, Access.open(), Limits.standard()));
        }

        @Test
        void aSeededModelIsWhole() throws Exception {
            var registry = registry();
            var model = byName(registry).get("risk.payments-fraud");

            assertThat(model.aliases()).isEqualTo(Map.of("champion", "2", "challenger", "3"));
            assertThat(model.tags()).containsEntry("jml.workload", "fraud-scorer");
            assertThat(model.versions()).extracting(ModelVersion::version).containsExactly("3", "2", "1");

            var version = model.version("2").orElseThrow();
            assertThat(version.tags()).containsEntry("image", "lab/fraud-svc:v2");
            assertThat(registry.run(version.runId())).hasValueSatisfying(run -> {
                assertThat(run.metrics()).isEqualTo(Map.of("auc", 0.952));
                assertThat(run.datasets())
                        .extracting(Dataset::name, Dataset::context)
                        .containsExactly(tuple("fraud-training-2", "training"));
            });
            assertThat(registry.signature(model.name(), "2").orElseThrow().inputs())
                    .contains(new Column("amount", "double", true));
        }
    }

    @Nested
    @EnabledIfEnvironmentVariable(named = "JML_LAB_MLFLOW", matches = ".+")
    class Version3 extends Live {
        Version3() {
            super("JML_LAB_MLFLOW");
        }

        @Test
        void itIsVersion3() throws Exception {
            assertThat(registry().describe()).startsWith("MLflow 3.");
        }
    }

    @Nested
    @EnabledIfEnvironmentVariable(named = "JML_LAB_MLFLOW2", matches = ".+")
    class Version2 extends Live {
        Version2() {
            super("JML_LAB_MLFLOW2");
        }

        @Test
        void itIsVersion2() throws Exception {
            assertThat(registry().describe()).startsWith("MLflow 2.");
        }
    }
}
