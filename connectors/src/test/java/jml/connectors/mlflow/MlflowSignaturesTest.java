package jml.connectors.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jml.connectors.http.Access;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.Limits;
import jml.connectors.mlflow.MlflowSignatures.Reach;
import jml.core.approval.ArtifactVerification;
import jml.core.approval.TrustedKey;
import jml.core.registry.ArtifactSignature;
import jml.core.registry.ArtifactSignature.Status;
import jml.core.registry.ModelVersion;
import jml.core.signing.MalformedException;
import jml.core.signing.VerifyingKey;
import jml.core.source.SourceException;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A server that lists and serves files in the form of MLflow 3.17.2 (by logged model) and 2.22.5 (by run).
class MlflowSignaturesTest {
    private static final Path SIGNED = Path.of("src/test/resources/jml/connectors/signing/oms");
    private static final Reach ALL = new Reach(1 << 20, 1 << 20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, byte[]> files = new TreeMap<>();
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        for (var path : List.of("MLmodel", "requirements.txt", "data/weights.bin")) {
            files.put(path, Files.readAllBytes(SIGNED.resolve("model").resolve(path)));
        }
        files.put("model.sig", Files.readAllBytes(SIGNED.resolve("ec256.sig")));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"models:/m-1", "mlflow-artifacts:/10/r1/artifacts/model"})
    void aSignedVersionIsValidWhereverItsFilesAreListed(String source) throws Exception {
        var found = read(ALL, source);

        assertThat(found.status()).isEqualTo(Status.VALID);
        assertThat(found.sentence()).isEqualTo("Signed by credit-ci; 3 of 3 files hashed and equal.");
    }

    @Test
    void whatIsTooLargeIsComparedByNameAndTheSentenceSaysSo() throws Exception {
        var found = read(new Reach(100, 1000), "models:/m-1");

        assertThat(found.status()).isEqualTo(Status.VALID);
        assertThat(found.sentence())
                .isEqualTo("Signed by credit-ci; 2 of 3 files hashed and equal,"
                        + " only the name compared of data/weights.bin.");
    }

    @Test
    void theWholeIsBoundedToo() throws Exception {
        assertThat(read(new Reach(1 << 20, 30), "models:/m-1").sentence()).contains("1 of 3 files hashed");
    }

    @Test
    void aChangedFileAndOneMoreAreBroken() throws Exception {
        files.get("data/weights.bin")[7] ^= 1;
        files.put("code/load.py", new byte[] {1});

        var found = read(ALL, "models:/m-1");

        assertThat(found.status()).isEqualTo(Status.BROKEN);
        assertThat(found.sentence())
                .contains("data/weights.bin is not the file that was signed", "code/load.py was not signed");
    }

    @Test
    void withoutASignatureItIsUnsigned() throws Exception {
        files.remove("model.sig");

        assertThat(read(ALL, "models:/m-1").status()).isEqualTo(Status.UNSIGNED);
    }

    @Test
    void aVersionOutsideItsRunIsNotSaidToBeUnsigned() {
        assertThat(RecordedMlflow.problem(() -> read(ALL, "s3://elsewhere/model")))
                .hasMessageContaining("MLflow lists no others")
                .extracting(SourceException::kind)
                .isEqualTo(SourceException.Kind.REFUSED);
    }

    @Test
    void aServerThatFailsHalfWayGivesNoFinding() {
        files.put("gone.bin", new byte[0]);

        assertThat(RecordedMlflow.problem(() -> read(ALL, "models:/m-1")))
                .extracting(SourceException::kind)
                .isEqualTo(SourceException.Kind.REFUSED);
    }

    private ArtifactSignature read(Reach reach, String source) throws Exception {
        var version = new ModelVersion(
                "8", Instant.parse("2026-11-24T18:00:00Z"), ModelVersion.Status.READY, source, "r1", "", Map.of());
        var key = VerifyingKey.ofPem(Files.readString(SIGNED.resolve("ec256.pub")));
        var trusted = List.of(new TrustedKey("credit-ci", Set.of("signing"), key, null, null, null, ""));
        var verification = new ArtifactVerification(trusted, bytes -> {
            try {
                return JSON.readValue(bytes, new TypeReference<>() {});
            } catch (IOException e) {
                throw new MalformedException("not JSON", e);
            }
        });
        var http = JsonHttp.open(
                "registry",
                server.url("/").toString(),
                Access.open(),
                Limits.standard().withRetries(0));
        return new MlflowSignatures(http, verification, reach).of("credit risk", version);
    }

    private MockResponse answer(RecordedRequest request) {
        var url = request.getUrl();
        return switch (url.encodedPath()) {
            case "/api/2.0/mlflow/logged-models/m-1/artifacts/directories" ->
                listing(url.queryParameter("artifact_directory_path"), "");
            case "/api/2.0/mlflow/artifacts/list" -> listing(url.queryParameter("path"), "model/");
            case "/model-versions/get-artifact" -> {
                var body = files.getOrDefault(String.valueOf(url.queryParameter("path")), new byte[0]);
                yield new MockResponse.Builder()
                        .code(body.length == 0 ? 404 : 200)
                        .body(new Buffer().write(body))
                        .build();
            }
            default -> new MockResponse.Builder().code(404).build();
        };
    }

    private MockResponse listing(@Nullable String folder, String root) {
        var under = folder == null ? "" : folder + "/";
        var entries = new TreeMap<String, Map<String, Object>>();
        files.forEach((name, bytes) -> {
            var path = root + name;
            if (path.startsWith(under)) {
                int slash = path.indexOf('/', under.length());
                var entry = slash < 0 ? path : path.substring(0, slash);
                entries.put(
                        entry,
                        slash < 0
                                ? Map.of("path", entry, "is_dir", false, "file_size", bytes.length)
                                : Map.of("path", entry, "is_dir", true));
            }
        });
        var answer = Map.of("root_uri", "mlflow-artifacts:/10/r1/artifacts", "files", List.copyOf(entries.values()));
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(JSON.valueToTree(answer).toString())
                .build();
    }
}
