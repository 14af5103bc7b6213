package jml.connectors.mlflow;

import static jml.connectors.mlflow.RecordedMlflow.ARTIFACT;
import static jml.connectors.mlflow.RecordedMlflow.MODELS;
import static jml.connectors.mlflow.RecordedMlflow.RUN;
import static jml.connectors.mlflow.RecordedMlflow.VERSIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import jml.connectors.http.Limits;
import jml.core.registry.RegisteredModel;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class MlflowBadInputTest {
    private static final Limits QUICK = Limits.standard()
            .withTimeouts(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofSeconds(5))
            .withRetries(0);

    private RecordedMlflow mlflow;
    private MlflowRegistry registry;

    @BeforeEach
    void start() throws Exception {
        mlflow = new RecordedMlflow("3.17.2");
        registry = mlflow.registry(QUICK);
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
                "[]                                                       | Cannot deserialize",
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

    @Test
    void missingFilesInVersion2AreARefusalWithItsReason() throws Exception {
        try (var old = new RecordedMlflow("2.22.5")) {
            old.answer(ARTIFACT, "mlmodel-nothing");
            var oldRegistry = old.registry(QUICK);

            assertThat(problem(() -> oldRegistry.signature("edge-nothing", "1")))
                    .hasMessageContainingAll("registry-eu", "500", "files of a version are gone")
                    .returns(Kind.REFUSED, SourceException::kind);
        }
    }

    @Test
    void anUnknownPathIsNoMissingRun() {
        mlflow.answer(RUN, "unknown-path");

        assertThat(problem(() -> registry.run("r")))
                .hasMessageContainingAll("registry-eu", "runs/get", "404", "Not Found")
                .returns(Kind.REFUSED, SourceException::kind);
    }

    @Test
    void anUnknownHostNameComesWithAdvice() {
        mlflow.answer(VERSIONS, "unknown-host");

        assertThat(problem(() -> registry.models()))
                .hasMessageContainingAll("registry-eu", "403", "--allowed-hosts")
                .returns(Kind.FORBIDDEN, SourceException::kind);
    }

    @Test
    void theDescriptionIsNotFooledByAHostThatOnlyTellsItsVersion() {
        mlflow.answer(MODELS, "unknown-host");

        assertThat(problem(() -> registry.describe())).hasMessageContaining("--allowed-hosts");
    }

    @Test
    void aServerWithoutAVersionIsReadAs2() throws Exception {
        mlflow.answer("/version", "unknown-path");
        assertThat(registry.describe()).isEqualTo("MLflow that does not tell its version, read as 2.x");

        mlflow.server().answer("/version", text(200, "<!doctype html><title>MLflow</title>"));
        assertThat(registry.describe()).isEqualTo("MLflow that does not tell its version, read as 2.x");
    }

    @Test
    void anErrorKeepsItsCodeAndWords() {
        mlflow.server()
                .answer(
                        MODELS,
                        text(400, "{\"error_code\":\"INVALID_PARAMETER_VALUE\",\"message\":\"Invalid order_by\"}"));

        assertThat(problem(() -> registry.models()))
                .hasMessageContainingAll("registry-eu", "400", "INVALID_PARAMETER_VALUE", "Invalid order_by");
    }

    @Test
    void aBareJsonStringIsReadAsTheServersWords() {
        mlflow.server().answer(MODELS, text(500, "\"database is locked\""));

        assertThat(problem(() -> registry.models()))
                .hasMessageContainingAll("registry-eu", "500", "database is locked");
    }

    @Test
    void aWebPageWithStatus200MeansThatSomebodyHasToSignIn() {
        mlflow.server().answer(MODELS, text(200, "<!doctype html><title>Sign in</title>"));

        assertThat(problem(() -> registry.models()))
                .hasMessageContainingAll("registry-eu", "Sign in")
                .returns(Kind.SIGN_IN_NEEDED, SourceException::kind);
    }

    @Test
    void theTextOfARefusalIsKept() {
        mlflow.server().answer(MODELS, text(503, "upstream connect error"));

        assertThat(problem(() -> registry.models()))
                .hasMessageContainingAll("registry-eu", "503", "upstream connect error")
                .returns(Kind.REFUSED, SourceException::kind);
    }

    @Test
    void aSecondPageThatIsCutFailsTheWholeRead() {
        var cut = mlflow.recorded("models-2")
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build();
        mlflow.server().answer(MODELS + "?page_token=eyJvZmZzZXQiOiAxMH0=", cut);

        assertThat(problem(() -> registry.models()))
                .hasMessageContainingAll("registry-eu", "registered-models/search", "cut")
                .returns(Kind.BAD_ANSWER, SourceException::kind);
    }

    @Test
    void aStallEndsInTime() {
        var stalled = mlflow.recorded("versions-1")
                .newBuilder()
                .throttleBody(100, 1, TimeUnit.HOURS)
                .build();
        mlflow.server().answer(VERSIONS, stalled);

        assertThat(problem(() -> registry.models()))
                .hasMessageContainingAll("registry-eu", "model-versions/search", "stalled")
                .returns(Kind.UNREACHABLE, SourceException::kind);
    }

    @Test
    void aRateLimitSaysWhenToComeBack() {
        var limited = text(429, "{\"error_code\":\"REQUEST_LIMIT_EXCEEDED\"}")
                .newBuilder()
                .addHeader("Retry-After", "17")
                .build();
        mlflow.server().answer(MODELS, limited);

        assertThat(problem(() -> registry.models()).retryAfter()).contains(Duration.ofSeconds(17));
    }

    @Test
    void aPageTokenThatComesTwiceEndsTheRead() {
        mlflow.server().answer(MODELS, "{\"next_page_token\":\"t\"}");
        mlflow.server().answer(MODELS + "?page_token=t", "{\"next_page_token\":\"t\"}");

        assertThat(problem(() -> registry.models()))
                .hasMessageContainingAll("registry-eu", "registered-models/search", "next_page_token");
    }

    @Test
    void hugeNamesArrive() throws Exception {
        var name = "n".repeat(10_000);
        mlflow.server().answer(VERSIONS, "{}");
        mlflow.server().answer(MODELS, "{\"registered_models\":[{\"name\":\"" + name + "\"}]}");

        assertThat(registry.models()).extracting(RegisteredModel::name).containsExactly(name);
    }

    @Test
    void aVersionFromTheFutureKeepsItsTime() throws Exception {
        mlflow.server().answer(MODELS, "{\"registered_models\":[{\"name\":\"a\"}]}");
        mlflow.server()
                .answer(
                        VERSIONS,
                        "{\"model_versions\":[{\"name\":\"a\",\"version\":\"1\",\"creation_timestamp\":4102444800000}]}");

        assertThat(registry.models().getFirst().versions().getFirst().createdAt())
                .hasToString("2100-01-01T00:00:00Z");
    }

    @Test
    void aFailureLeavesTheNextReadWhole() throws Exception {
        var good = mlflow.recorded("models-1");
        mlflow.server().answer(MODELS, text(500, "oops"), good);

        assertThat(problem(() -> registry.models())).hasMessageContaining("oops");
        assertThat(registry.models()).hasSize(18);
    }

    @Test
    void anInterruptEndsTheCall() {
        Thread.currentThread().interrupt();

        assertThat(catchThrowable(() -> registry.models())).isInstanceOf(InterruptedException.class);
    }

    private static SourceException problem(Callable<?> call) {
        return catchThrowableOfType(SourceException.class, call::call);
    }

    private static MockResponse text(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "text/plain")
                .body(body)
                .build();
    }
}
