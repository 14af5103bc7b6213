package jml.connectors.mlflow;

import static jml.connectors.mlflow.RecordedMlflow.ARTIFACT;
import static jml.connectors.mlflow.RecordedMlflow.MODELS;
import static jml.connectors.mlflow.RecordedMlflow.RUN;
import static jml.connectors.mlflow.RecordedMlflow.VERSIONS;
import static jml.connectors.mlflow.RecordedMlflow.problem;
import static jml.connectors.mlflow.RecordedMlflow.text;
import static org.assertj.core.api.Assertions.assertThat;

import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class MlflowWrongShapeTest {
    private RecordedMlflow mlflow;
    private MlflowRegistry registry;

    @BeforeEach
    void start() throws Exception {
        mlflow = new RecordedMlflow("3.17.2");
        registry = mlflow.registry(RecordedMlflow.ONCE);
    }

    @AfterEach
    void stop() {
        mlflow.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'registered_models':[{}]}                               | registered_models[0].name",
                "{'registered_models':[{'name':''}]}                      | name is blank",
                "{'registered_models':{'name':'a'}}                       | registered_models",
                "{'registered_models':[{'name':'a','tags':[{}]}]}         | registered_models[0].tags[0].key",
                "{'registered_models':[{'name':'a','aliases':[{'alias':'champion'}]}]} | registered_models[0].aliases[0].version",
                "{'registered_models':[{'name':'a','latest_versions':[{'name':'a'}]}]} | latest_versions[0].version",
                "[]                                                       | a list, which does not belong here",
                "null                                                     | null",
            })
    void aModelOfTheWrongShapeIsNamedByItsField(String body, String field) {
        mlflow.server().answer(MODELS, body.replace('\'', '"'));

        var problem = problem(() -> registry.models());

        assertThat(problem.kind()).isEqualTo(Kind.BAD_ANSWER);
        assertThat(problem).hasMessageContainingAll("registry-eu", "registered-models/search", field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'model_versions':[{'name':'a'}]}                        | model_versions[0].version",
                "{'model_versions':[{'name':'a','version':' '}]}          | version is blank",
                "{'model_versions':[{'name':'a','version':'1','creation_timestamp':'noon'}]} | model_versions[0].creation_timestamp",
                "{'model_versions':[{'name':'a','version':'1','tags':'x'}]} | model_versions[0].tags",
            })
    void aVersionOfTheWrongShapeIsNamedByItsField(String body, String field) {
        mlflow.server().answer(VERSIONS, body.replace('\'', '"'));

        assertThat(problem(() -> registry.models()))
                .hasMessageContainingAll("registry-eu", "model-versions/search", field)
                .returns(Kind.BAD_ANSWER, SourceException::kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                       | run",
                "{'run':{'data':{}}}                                      | run.info",
                "{'run':{'info':{'run_id':'r'},'data':{'metrics':[{'key':'auc'}]}}} | run.data.metrics[0].value",
                "{'run':{'info':{'run_id':'r'},'data':{'metrics':[{'key':'auc','value':'high'}]}}} | run.data.metrics[0].value",
                "{'run':{'info':{'run_id':'r'},'inputs':{'dataset_inputs':[{}]}}} | run.inputs.dataset_inputs[0].dataset",
            })
    void aRunOfTheWrongShapeIsNamedByItsField(String body, String field) {
        mlflow.server().answer(RUN, body.replace('\'', '"'));

        assertThat(problem(() -> registry.run("r")))
                .hasMessageContainingAll("registry-eu", "runs/get", field)
                .returns(Kind.BAD_ANSWER, SourceException::kind);
    }

    @Test
    void aRunWithNothingInItIsARun() throws Exception {
        mlflow.server().answer(RUN, "{\"run\":{\"info\":{\"run_id\":\"r\"}}}");

        assertThat(registry.run("r")).hasValueSatisfying(run -> {
            assertThat(run.metrics()).isEmpty();
            assertThat(run.datasets()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "signature: {inputs: '[{\"name\":\"a\"}]'}                | MLmodel: signature.inputs[0].type",
                "signature: {outputs: '[{'}                               | MLmodel: signature.outputs: not JSON",
                "signature: {inputs: '{\"type\":\"long\"}'}               | MLmodel: signature.inputs: not a list",
                "'signature: {inputs: ['                                  | MLmodel: not YAML",
            })
    void anMlmodelFileOfTheWrongShapeIsNamedByItsField(String yaml, String field) {
        mlflow.server().answer(ARTIFACT, text(200, yaml));

        assertThat(problem(() -> registry.signature("a", "1")))
                .hasMessageContainingAll("registry-eu", "get-artifact", field)
                .returns(Kind.BAD_ANSWER, SourceException::kind);
    }

    @Test
    void aTagInTheMlmodelFileMakesNoObject() throws Exception {
        mlflow.server().answer(ARTIFACT, text(200, "signature: !!javax.script.ScriptEngineManager {inputs: null}"));

        assertThat(registry.signature("a", "1").orElseThrow().inputs()).isEmpty();
    }

    @Test
    void anMlmodelFileThatIsTooLargeIsLeftUnread() {
        mlflow.server().answer(ARTIFACT, text(200, "x".repeat(3 << 20)));

        assertThat(problem(() -> registry.signature("a", "1")))
                .hasMessageContainingAll("registry-eu", "MLmodel", "larger than 2097152 bytes");
    }
}
