package jml.connectors.mlflow;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import jml.connectors.Recorded;
import jml.connectors.RecordedServer;
import jml.connectors.http.Access;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.Limits;
import jml.core.registry.RegisteredModel;
import jml.core.source.SourceException;
import mockwebserver3.MockResponse;

/// What `recording/mlflow.sh` recorded, played back: two pages of models and two of versions.
final class RecordedMlflow implements AutoCloseable {
    static final String MODELS = "/api/2.0/mlflow/registered-models/search";
    static final String VERSIONS = "/api/2.0/mlflow/model-versions/search";
    static final String VERSION = "/api/2.0/mlflow/model-versions/get";
    static final String RUN = "/api/2.0/mlflow/runs/get";
    static final String ARTIFACT = "/model-versions/get-artifact";

    /// One attempt, with more time than a busy machine needs.
    static final Limits ONCE = Limits.standard().withRetries(0);

    private final RecordedServer server = new RecordedServer();
    private final String version;

    RecordedMlflow(String version) throws IOException {
        this.version = version;
        answer("/version", "version");
        answer(MODELS, "models-1").answer(MODELS + "?page_token=eyJvZmZzZXQiOiAxMH0=", "models-2");
        answer(VERSIONS, "versions-1").answer(VERSIONS + "?page_token=eyJvZmZzZXQiOiAxNX0=", "versions-2");
        answer(VERSION, "act-version");
        answer(RUN, "run-unknown");
        answer(ARTIFACT, "mlmodel");
    }

    RecordedMlflow answer(String path, String name) {
        server.answer(path, recorded(name));
        return this;
    }

    MockResponse recorded(String name) {
        return Recorded.answer("mlflow-" + version + "/" + name);
    }

    RecordedServer server() {
        return server;
    }

    MlflowRegistry registry() throws SourceException {
        return registry(Limits.standard());
    }

    MlflowRegistry registry(Limits limits) throws SourceException {
        return new MlflowRegistry(JsonHttp.open("registry-eu", server.url(), Access.open(), limits));
    }

    static Map<String, RegisteredModel> byName(MlflowRegistry registry) throws SourceException, InterruptedException {
        var byName = new TreeMap<String, RegisteredModel>();
        registry.models().forEach(model -> byName.put(model.name(), model));
        return byName;
    }

    static SourceException problem(Callable<?> call) {
        return catchThrowableOfType(SourceException.class, call::call);
    }

    static MockResponse text(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "text/plain")
                .body(body)
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
