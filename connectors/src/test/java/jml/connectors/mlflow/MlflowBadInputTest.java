package jml.connectors.mlflow;

import static jml.connectors.mlflow.RecordedMlflow.ARTIFACT;
import static jml.connectors.mlflow.RecordedMlflow.MODELS;
import static jml.connectors.mlflow.RecordedMlflow.RUN;
import static jml.connectors.mlflow.RecordedMlflow.VERSIONS;
import static jml.connectors.mlflow.RecordedMlflow.problem;
import static jml.connectors.mlflow.RecordedMlflow.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import jml.core.registry.RegisteredModel;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MlflowBadInputTest {
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

    @Test
    void missingFilesInVersion2AreARefusalWithItsReason() throws Exception {
        try (var old = new RecordedMlflow("2.22.5")) {
            old.answer(ARTIFACT, "mlmodel-nothing");
            var oldRegistry = old.registry(RecordedMlflow.ONCE);

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
    void aStallEndsInTime() throws Exception {
        var quick =
                RecordedMlflow.ONCE.withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofSeconds(20));
        var stalled = mlflow.recorded("versions-1")
                .newBuilder()
                .throttleBody(100, 1, TimeUnit.HOURS)
                .build();
        mlflow.server().answer(VERSIONS, stalled);
        var hurried = mlflow.registry(quick);

        assertThat(problem(() -> hurried.models()))
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
}
