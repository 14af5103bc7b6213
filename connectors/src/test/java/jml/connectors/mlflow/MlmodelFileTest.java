package jml.connectors.mlflow;

import static jml.connectors.mlflow.RecordedMlflow.ARTIFACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.Callable;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// MLmodel files that are not what they should be.
class MlmodelFileTest {
    private RecordedMlflow mlflow;
    private MlflowRegistry registry;

    @BeforeEach
    void start() throws Exception {
        mlflow = new RecordedMlflow("3.17.2");
        registry = mlflow.registry();
    }

    @AfterEach
    void stop() {
        mlflow.close();
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
        mlflow.server().answer(ARTIFACT, text(yaml));

        assertThat(problem(() -> registry.signature("a", "1")))
                .hasMessageContainingAll("registry-eu", "get-artifact", field)
                .returns(Kind.BAD_ANSWER, SourceException::kind);
    }

    @Test
    void aTagInTheMlmodelFileMakesNoObject() throws Exception {
        mlflow.server().answer(ARTIFACT, text("signature: !!javax.script.ScriptEngineManager {inputs: null}"));

        assertThat(registry.signature("a", "1").orElseThrow().inputs()).isEmpty();
    }

    @Test
    void anMlmodelFileThatIsTooLargeIsLeftUnread() {
        mlflow.server().answer(ARTIFACT, text("x".repeat(3 << 20)));

        assertThat(problem(() -> registry.signature("a", "1")))
                .hasMessageContainingAll("registry-eu", "MLmodel", "larger than 2097152 bytes");
    }

    @Test
    void missingFilesInVersion2AreARefusalWithItsReason() throws Exception {
        try (var old = new RecordedMlflow("2.22.5")) {
            old.answer(ARTIFACT, "mlmodel-nothing");
            var oldRegistry = old.registry();

            assertThat(problem(() -> oldRegistry.signature("edge-nothing", "1")))
                    .hasMessageContainingAll("registry-eu", "500", "files of a version are gone")
                    .returns(Kind.REFUSED, SourceException::kind);
        }
    }

    private static SourceException problem(Callable<?> call) {
        return catchThrowableOfType(SourceException.class, call::call);
    }

    private static MockResponse text(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/plain")
                .body(body)
                .build();
    }
}
