package jml.connectors.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
import jml.core.act.Effect;
import jml.core.act.Receipt;
import jml.core.act.SentOnceContract;
import jml.core.act.SilenceAct;
import jml.core.act.SilenceAct.Verb;
import jml.core.alert.SeverityRules;
import jml.core.alert.Silence;
import jml.core.model.ModelKey;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A silence that is made, against an Alertmanager that keeps what it is sent and otherwise answers as recorded.
class SilenceActContractTest extends SentOnceContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant END = Instant.now().plusSeconds(3600);

    private final MockWebServer server = new MockWebServer();
    private final AtomicInteger writes = new AtomicInteger();
    private final ArrayNode silences = JSON.createArrayNode();
    private final SilenceAct create = act(new Verb.Create(
            List.of(new Silence.Matcher("model", "fraud", false, true)), END.minusSeconds(3600), END, "canary of v3"));
    private volatile MockResponse fault;
    private SilenceActuator actuator;

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
        var alerts = new AlertmanagerSource(
                JsonHttp.open("alerts", url, Access.open(), limits), List.of(), SeverityRules.USUAL);
        actuator = new SilenceActuator(
                alerts,
                JsonWrites.open("alerts", url, Access.open(), limits, new LocalSecrets()),
                "ana",
                InstantSource.system());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static SilenceAct act(Verb verb) {
        return new SilenceAct(UUID.randomUUID(), new ModelKey("production", "fraud"), "alerts", verb);
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        var path = request.getUrl().encodedPath();
        if (!request.getMethod().equals("GET")) {
            writes.incrementAndGet();
            if (fault != null) {
                return fault;
            }
            return request.getMethod().equals("POST")
                    ? keep(tree(request.getBody().utf8()))
                    : end(path);
        }
        return path.endsWith("/silences") ? json(silences) : Recorded.answer("alertmanager-0.25.0/alerts");
    }

    private MockResponse keep(JsonNode sent) {
        var kept = (ObjectNode) sent;
        if (kept.has("id")) {
            silences.removeIf(each -> each.path("id").equals(kept.path("id")));
        } else {
            kept.put("id", UUID.randomUUID().toString());
        }
        kept.putObject("status").put("state", "active");
        silences.add(kept);
        return json(JSON.createObjectNode().put("silenceID", kept.path("id").asText()));
    }

    private MockResponse end(String path) {
        for (var each : silences) {
            if (path.endsWith(each.path("id").asText())) {
                ((ObjectNode) each.path("status")).put("state", "expired");
            }
        }
        return new MockResponse.Builder().build();
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MockResponse json(JsonNode body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(new Buffer().writeUtf8(body.toString()))
                .build();
    }

    @Override
    protected SilenceActuator actuator() {
        return actuator;
    }

    @Override
    protected Act act() {
        return create;
    }

    /// Somebody else makes the same silence.
    @Override
    protected synchronized void moveOn() {
        keep(tree("""
                {"matchers":[{"name":"model","value":"fraud","isRegex":false,"isEqual":true}],\
                "startsAt":"2026-11-24T10:00:00Z","endsAt":"2099-11-24T10:00:00Z","createdBy":"bo","comment":"mine"}"""));
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
    void aSilenceThatWasMadeIsNotMadeAgain() throws Exception {
        var seen = actuator.prepare(create).seen();
        actuator.send(create, seen);

        var again = actuator.send(create, seen);

        assertThat(again).isInstanceOfSatisfying(Receipt.Refused.class, it -> assertThat(it.message())
                .contains("was made before"));
        assertThat(writes).hasValue(1);
    }

    @Test
    void itIsExtendedAndEndedUnderItsId() throws Exception {
        var made = (Receipt.Accepted)
                actuator.send(create, actuator.prepare(create).seen());
        var stored = silences.path(0).path("startsAt").asText();

        var extend = act(new Verb.Extend(made.mark(), END.plusSeconds(600)));
        var before = actuator.prepare(extend).seen();
        assertThat(actuator.send(extend, before)).isInstanceOf(Receipt.Accepted.class);
        assertThat(silences.path(0).path("startsAt").asText()).isEqualTo(stored);
        assertThat(actuator.effect(extend, before).state()).isEqualTo(Effect.State.REACHED);

        var expire = act(new Verb.Expire(made.mark()));
        var active = actuator.prepare(expire).seen();
        assertThat(actuator.send(expire, active)).isInstanceOf(Receipt.Accepted.class);
        assertThat(actuator.effect(expire, active).state()).isEqualTo(Effect.State.REACHED);
    }

    @Test
    void matchersThatNameNothingAreStopped() throws Exception {
        var boundless = act(new Verb.Create(
                List.of(new Silence.Matcher("model", ".*", true, true)), END.minusSeconds(60), END, "all of it"));

        assertThat(actuator.prepare(boundless).checks())
                .filteredOn(it -> it.subject() == Check.Subject.BLAST_RADIUS)
                .allMatch(it -> it.outcome() == Check.Outcome.STOPS);
    }
}
