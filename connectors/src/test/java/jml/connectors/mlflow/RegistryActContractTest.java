package jml.connectors.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jml.connectors.Faults;
import jml.connectors.Recorded;
import jml.connectors.http.Access;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.JsonWrites;
import jml.connectors.http.Limits;
import jml.connectors.http.LocalSecrets;
import jml.core.act.Act;
import jml.core.act.Check;
import jml.core.act.RegistryAct;
import jml.core.act.RegistryAct.Verb;
import jml.core.act.SentOnceContract;
import jml.core.model.ModelKey;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// An alias that moves, against what both generations of MLflow answered (`recording/registry-acts.sh`).
class RegistryActContractTest {
    abstract static class Recordings extends SentOnceContract {
        private static final ObjectMapper JSON = new ObjectMapper();

        private final MockWebServer server = new MockWebServer();
        private final AtomicInteger writes = new AtomicInteger();
        private final RegistryAct move = act(new Verb.SetAlias("champion", "3"));
        private final String version;
        private volatile String alias = "2";
        private volatile String status = "READY";
        private volatile MockResponse fault;
        private RegistryActuator actuator;

        Recordings(String version) {
            this.version = version;
        }

        @BeforeEach
        void start() throws Exception {
            server.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    return answer(request);
                }
            });
            server.start();
            var limits =
                    Limits.standard().withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(5));
            var url = server.url("/").toString();
            actuator = new RegistryActuator(
                    JsonHttp.open("registry", url, Access.open(), limits),
                    JsonWrites.open("registry", url, Access.open(), limits, new LocalSecrets()),
                    "",
                    InstantSource.system());
        }

        @AfterEach
        void stop() {
            server.close();
        }

        private static RegistryAct act(Verb verb) {
            return new RegistryAct(
                    UUID.randomUUID(), new ModelKey("production", "fraud"), "registry", "risk.payments-fraud", verb);
        }

        private MockResponse answer(RecordedRequest request) {
            var path = request.getUrl().encodedPath();
            if (path.endsWith("/registered-models/get")) {
                return changed("act-model", "/registered_model/aliases", "version", alias);
            }
            if (path.endsWith("/model-versions/get")) {
                return changed("act-version", "/model_version", "status", status);
            }
            if (!request.getMethod().equals("GET")) {
                writes.incrementAndGet();
                if (fault != null) {
                    return fault;
                }
                alias = "3";
                return recorded("act-alias-set");
            }
            return new MockResponse.Builder().code(404).build();
        }

        /// The recorded answer with the one value that the test is about.
        private MockResponse changed(String name, String at, String field, String value) {
            try {
                var buffer = new Buffer();
                recorded(name).getBody().writeTo(buffer);
                var tree = JSON.readTree(buffer.readUtf8());
                for (JsonNode each : tree.at(at).isArray()
                        ? tree.at(at)
                        : JSON.createArrayNode().add(tree.at(at))) {
                    if (!each.has("alias") || each.path("alias").asText().equals("champion")) {
                        ((ObjectNode) each).put(field, value);
                    }
                }
                return new MockResponse.Builder()
                        .addHeader("Content-Type", "application/json")
                        .body(tree.toString())
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private MockResponse recorded(String name) {
            return Recorded.answer("mlflow-" + version + "/" + name);
        }

        @Override
        protected RegistryActuator actuator() {
            return actuator;
        }

        @Override
        protected Act act() {
            return move;
        }

        @Override
        protected void moveOn() {
            alias = "1";
        }

        @Override
        protected int writes() {
            return writes.get();
        }

        @Override
        protected void fail(Fault how) {
            fault = Faults.of(how);
        }

        @Test
        void whatServesIsSaidToBeUnchanged() throws Exception {
            assertThat(actuator.prepare(move).sentence())
                    .isEqualTo("Alias champion moves from v2 to v3. The registry pointer moves;"
                            + " serving is unchanged until restart or sync.");
        }

        @Test
        void aVersionThatIsNotReadyGetsNoAlias() throws Exception {
            status = "PENDING_REGISTRATION";

            assertThat(actuator.prepare(move).checks())
                    .filteredOn(it -> it.outcome() == Check.Outcome.STOPS)
                    .extracting(Check::finding)
                    .containsExactly("the version is PENDING_REGISTRATION, not READY");
        }

        @Test
        void takingAnAliasAwaySaysThatItNeedsMore() throws Exception {
            assertThat(actuator.prepare(act(new Verb.DeleteAlias("champion")))
                            .checks()
                            .getFirst()
                            .finding())
                    .endsWith("this needs MANAGE");
        }
    }

    @Nested
    class Version3 extends Recordings {
        Version3() {
            super("3.17.2");
        }
    }

    @Nested
    class Version2 extends Recordings {
        Version2() {
            super("2.22.5");
        }
    }
}
