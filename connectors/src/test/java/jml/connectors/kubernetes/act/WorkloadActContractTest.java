package jml.connectors.kubernetes.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jml.connectors.Faults;
import jml.connectors.Recorded;
import jml.connectors.kubernetes.ClusterSettings;
import jml.connectors.kubernetes.DirectLogin;
import jml.core.act.Act;
import jml.core.act.Check;
import jml.core.act.DryRun;
import jml.core.act.Receipt;
import jml.core.act.SentOnceContract;
import jml.core.act.WorkloadAct;
import jml.core.act.WorkloadAct.Target;
import jml.core.act.WorkloadAct.Verb;
import jml.core.model.ModelKey;
import jml.core.release.Workload.Kind;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An abort, against what a real API server and controller answered (`recording/acts.sh`).
class WorkloadActContractTest extends SentOnceContract {
    private static final String NAMESPACE = "jml-act-record";

    private final MockWebServer server = new MockWebServer();
    private final AtomicInteger writes = new AtomicInteger();
    private final String hash = between(text("rollout-paused"), "\"currentPodHash\": \"", "\"");
    private final WorkloadAct abort = scorer(new Verb.Abort(hash));
    private volatile String review = "may";
    private volatile MockResponse fault;
    private volatile boolean aborted;
    private volatile boolean moved;
    private WorkloadActuator actuator;

    @BeforeEach
    void start() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        server.start();
        var settings = new ClusterSettings(
                "lab", "production", List.of(NAMESPACE), "", Duration.ofSeconds(5), Duration.ofSeconds(5));
        var login = new DirectLogin(settings, server.url("/"), () -> "Bearer token-of-the-tests", null, null, null);
        actuator = new WorkloadActuator(settings, login, InstantSource.system());
    }

    @AfterEach
    void stop() {
        actuator.close();
        server.close();
    }

    private static WorkloadAct scorer(Verb verb) {
        return new WorkloadAct(
                UUID.randomUUID(),
                new ModelKey("production", "scorer"),
                new Target("lab", Kind.ROLLOUT, NAMESPACE, "scorer"),
                verb);
    }

    private MockResponse answer(RecordedRequest request) {
        var path = request.getUrl().encodedPath();
        var state = aborted ? "aborted" : "paused";
        if (request.getMethod().equals("PATCH")) {
            return request.getUrl().queryParameter("dryRun") != null ? recorded("abort-trial") : write(request);
        }
        if (path.endsWith("/replicasets")) {
            return recorded("replicasets-" + state);
        }
        if (path.endsWith("/selfsubjectaccessreviews")) {
            return recorded(review);
        }
        if (path.endsWith("/horizontalpodautoscalers")) {
            return recorded("autoscalers");
        }
        if (moved) {
            return new MockResponse.Builder()
                    .body(text("rollout-" + state)
                            .replace("\"currentPodHash\": \"" + hash + "\"", "\"currentPodHash\": \"changed\""))
                    .build();
        }
        return recorded("rollout-" + state);
    }

    private MockResponse write(RecordedRequest request) {
        writes.incrementAndGet();
        if (fault != null) {
            return fault;
        }
        if (moved || !request.getBody().utf8().contains(hash)) {
            return recorded("moved-on");
        }
        aborted = true;
        return recorded("abort");
    }

    private static MockResponse recorded(String name) {
        return Recorded.answer("kubernetes-1.36.3/act-" + name);
    }

    private static String text(String name) {
        var buffer = new Buffer();
        try {
            recorded(name).getBody().writeTo(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.readUtf8();
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }

    @Override
    protected WorkloadActuator actuator() {
        return actuator;
    }

    @Override
    protected Act act() {
        return abort;
    }

    @Override
    protected void moveOn() {
        moved = true;
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
    void thePanelShowsTheTrialApartFromWhatIsPredicted() throws Exception {
        var preparation = actuator.prepare(abort);

        assertThat(preparation.sentence())
                .isEqualTo("v2 stops serving. v1 grows from 3 to 4 pods, then takes all traffic.");
        assertThat(preparation.request())
                .containsExactly("PATCH rollouts/scorer/status", "test podHash = " + hash, "set status.abort = true");
        assertThat(preparation.dryRun().answer()).isEqualTo(DryRun.Answer.ACCEPTED);
        assertThat(preparation.dryRun().lines())
                .contains(
                        new DryRun.Line(DryRun.Kind.ADDED, "status.abort: true", false),
                        new DryRun.Line(DryRun.Kind.REMOVED, "traffic v2 25%", true),
                        new DryRun.Line(DryRun.Kind.ADDED, "traffic v2 0%", true));
        assertThat(preparation.seen().notes()).containsEntry("weight", "25%");
    }

    @Test
    void withoutTheRightTheMissingVerbIsNamedAndNothingIsTried() throws Exception {
        review = "may-not";

        var preparation = actuator.prepare(abort);

        assertThat(preparation.checks().getFirst())
                .satisfies(it -> assertThat(it.outcome()).isEqualTo(Check.Outcome.STOPS))
                .satisfies(it -> assertThat(it.finding())
                        .isEqualTo("you may not patch rollouts.argoproj.io/status in " + NAMESPACE));
        assertThat(preparation.dryRun().answer()).isEqualTo(DryRun.Answer.NOT_OFFERED);
    }

    @Test
    void noConnectionMeansThatNothingWasSent() throws Exception {
        var seen = actuator.prepare(abort).seen();
        // With its connections: one that is cut under a request leaves open what became of it.
        actuator.close();
        server.close();

        var receipt = actuator.send(abort, seen);

        assertThat(receipt).isInstanceOfSatisfying(Receipt.Refused.class, it -> assertThat(it.reason())
                .isEqualTo(Receipt.Reason.UNAVAILABLE));
    }

    @Test
    void aWeightCannotBeSetAndThePanelSaysSo() throws Exception {
        var preparation = actuator.prepare(scorer(new Verb.SetWeight(hash, 0.1)));

        assertThat(preparation.checks())
                .extracting(Check::finding)
                .containsExactly("Argo Rollouts follows the weights of its steps; no weight can be set by hand");
    }
}
