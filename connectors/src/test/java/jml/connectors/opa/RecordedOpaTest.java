package jml.connectors.opa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jml.connectors.http.Access;
import jml.core.policy.PolicyEngine;
import jml.core.policy.PolicyEngineContract;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;

/// What OPA 1.22.2 with `docs/examples/release.rego` answered on 2026-11-24 to these very inputs.
class RecordedOpaTest extends PolicyEngineContract {
    private static final Path RECORDED = Path.of("src/test/resources/recorded/opa-1.22.2");

    private final MockWebServer server = new MockWebServer();

    @Override
    protected PolicyEngine engine() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                var asked = request.getBody().utf8();
                var name = asked.contains("ROLL_BACK")
                        ? "going-back"
                        : !asked.contains("\"status\"") ? "unknown" : asked.contains("12.5") ? "denied" : "allowed";
                try {
                    return new MockResponse.Builder()
                            .addHeader("Content-Type", "application/json")
                            .body(Files.readString(RECORDED.resolve(name + ".json")))
                            .build();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        server.start();
        return OpaPolicyEngine.at(server.url("/").toString(), "jml/release", Access.open());
    }

    @AfterEach
    void stop() {
        server.close();
    }
}
