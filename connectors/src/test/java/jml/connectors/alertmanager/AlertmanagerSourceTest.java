package jml.connectors.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import jml.connectors.Recorded;
import jml.connectors.RecordedServer;
import jml.connectors.http.Access;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.Limits;
import jml.core.alert.Alert;
import jml.core.alert.Alert.Severity;
import jml.core.alert.AlertSource.Group;
import jml.core.alert.AlertSourceContract;
import jml.core.alert.SeverityRules;
import jml.core.alert.Silence;
import jml.core.alert.Silence.Matcher;
import jml.core.alert.Silence.State;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlertmanagerSourceTest extends AlertSourceContract {
    private RecordedServer server;

    @BeforeEach
    void answerAsRecorded() throws Exception {
        server = new RecordedServer();
        record("alertmanager-0.25.0");
        server.answer("/api/v2/status", Recorded.answer("alertmanager-0.25.0/status"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected AlertmanagerSource source() throws Exception {
        return source(List.of(), SeverityRules.USUAL);
    }

    @Test
    void pagesComeFirstEachGroupOldestFirst() throws Exception {
        assertThat(source().firing())
                .extracting(Alert::name, Alert::severity)
                .containsExactly(
                        tuple("LatencyHigh", Severity.PAGE),
                        tuple("RegionDown", Severity.PAGE),
                        tuple("FidelityBurn", Severity.PAGE),
                        tuple("(no alertname)", Severity.PAGE),
                        tuple("DriftHigh", Severity.TICKET),
                        tuple("CacheCold", Severity.TICKET),
                        tuple("Odd", Severity.TICKET));
    }

    @Test
    void anAlertKeepsWhatTheServerSaysAboutIt() throws Exception {
        assertThat(source().firing())
                .filteredOn(Alert::name, "FidelityBurn")
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.fingerprint()).isEqualTo("4f384e3886724e03");
                    assertThat(alert.source()).isEqualTo("alerts-eu");
                    assertThat(alert.startsAt()).isEqualTo(Instant.parse("2026-11-24T07:00:00Z"));
                    assertThat(alert.labels())
                            .containsEntry("model", "fraud-scorer")
                            .containsEntry("severity", "page");
                    assertThat(alert.runbookUrl()).isEqualTo("https://runbooks.example.com/fidelity");
                    assertThat(alert.suppressed()).isFalse();
                });
    }

    @Test
    void anUnknownSeverityIsATicketAndKeepsItsWord() throws Exception {
        assertThat(source().firing())
                .filteredOn(Alert::name, "Odd")
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.severity()).isEqualTo(Severity.TICKET);
                    assertThat(alert.labels()).containsEntry("severity", "very bad");
                });
    }

    @Test
    void quotesNewlinesAndRightToLeftTextArriveUnchanged() throws Exception {
        assertThat(source().firing())
                .filteredOn(Alert::name, "Odd")
                .extracting(alert -> alert.labels().get("model"))
                .containsExactly("say \"hi\"\nthere \u202e\u05de\u05d5\u05d3\u05dc");
    }

    @Test
    void suppressedAlertsSayWhatHoldsThemBack() throws Exception {
        var silences = source().silences();

        assertThat(source().firing())
                .filteredOn(Alert::suppressed)
                .satisfiesExactly(
                        drift -> assertThat(drift.silencedBy())
                                .containsExactly(silences.getFirst().id()),
                        cold -> assertThat(cold.inhibitedBy()).containsExactly("b207025ea548afc4"));
    }

    @Test
    void silencesOfEveryStateAreTold() throws Exception {
        assertThat(source().silences())
                .extracting(Silence::state, Silence::matchers, Silence::comment, Silence::createdBy)
                .containsExactly(
                        tuple(
                                State.ACTIVE,
                                List.of(new Matcher("model", "session-recs", false, true)),
                                "retraining under way",
                                "on-call"),
                        tuple(
                                State.PENDING,
                                List.of(
                                        new Matcher("alertname", "Latency.*", true, true),
                                        new Matcher("namespace", "test", false, false)),
                                "load test tonight",
                                "capacity"),
                        tuple(
                                State.EXPIRED,
                                List.of(new Matcher("region", "eu-1", false, true)),
                                "by mistake",
                                "on-call"));
    }

    @Test
    void groupsAreTheServersOwn() throws Exception {
        assertThat(source().groups())
                .hasSize(7)
                .contains(new Group(
                        Map.of("alertname", "DriftHigh", "model", "session-recs"),
                        "office-hours",
                        List.of("5af5c490752f88b4")));
    }

    @Test
    void theDescriptionTellsVersionAndCluster() throws Exception {
        assertThat(source().describe()).isEqualTo("Alertmanager 0.25.0, cluster ready");

        server.answer("/api/v2/status", """
                {"cluster":{"status":"settling","peers":[{"address":"a:1"},{"address":"b:1"}]},
                 "versionInfo":{"version":"0.34.0"},"config":{"original":""}}""");
        assertThat(source().describe()).isEqualTo("Alertmanager 0.34.0, cluster settling, 2 peers");

        server.answer(
                "/api/v2/status", "{\"cluster\":{\"status\":\"disabled\"},\"versionInfo\":{\"version\":\"0.25.0\"}}");
        assertThat(source().describe()).isEqualTo("Alertmanager 0.25.0, no cluster");
    }

    @Test
    void newerServersAreReadToo() throws Exception {
        record("alertmanager-0.34-dev");

        assertThat(source().firing()).singleElement().satisfies(alert -> {
            assertThat(alert.mutedBy()).containsExactly("nights");
            assertThat(alert.suppressed()).isTrue();
        });
        assertThat(source().groups()).extracting(Group::fingerprints).containsExactly(List.of("0a1b"));
        assertThat(source().silences())
                .extracting(Silence::state, Silence::matchers)
                .containsExactly(
                        tuple(State.ACTIVE, List.of(new Matcher("model", "reco", false, true))),
                        tuple(State.EXPIRED, List.of(new Matcher("model", "a|b", true, false))));
    }

    @Test
    void filtersAreSentOneByOneForAlertsAndGroupsOnly() throws Exception {
        var source = source(List.of("namespace=~\"ml-.*\"", "model!=\"\""), SeverityRules.USUAL);

        source.firing();
        source.groups();
        source.silences();

        assertThat(server.asked())
                .extracting(url -> url.queryParameterValues("filter"))
                .containsExactly(
                        List.of("namespace=~\"ml-.*\"", "model!=\"\""),
                        List.of("namespace=~\"ml-.*\"", "model!=\"\""),
                        List.of());
    }

    @Test
    void everyCallIsOneRequestUnderThePathPrefix() throws Exception {
        source().firing();
        source().groups();
        source().silences();
        source().describe();

        assertThat(server.asked())
                .extracting(HttpUrl::encodedPath)
                .containsExactly(
                        "/behind/a/proxy/api/v2/alerts",
                        "/behind/a/proxy/api/v2/alerts/groups",
                        "/behind/a/proxy/api/v2/silences",
                        "/behind/a/proxy/api/v2/status");
    }

    @Test
    void threadsTakeTurns() throws Exception {
        var inFlight = new AtomicInteger();
        var most = new AtomicInteger();
        try (var counting = new MockWebServer();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            counting.setDispatcher(new Dispatcher() {
                @Override
                public MockResponse dispatch(RecordedRequest request) {
                    most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                    Thread.yield();
                    inFlight.decrementAndGet();
                    return Recorded.answer("alertmanager-0.25.0/alerts");
                }
            });
            counting.start();
            var http = JsonHttp.open("alerts-eu", counting.url("/").toString(), Access.open(), Limits.standard());
            var source = new AlertmanagerSource(http, List.of(), SeverityRules.USUAL);

            for (var call : threads.invokeAll(Collections.<Callable<List<Alert>>>nCopies(40, source::firing))) {
                assertThat(call.get()).hasSize(7);
            }
        }
        assertThat(most).hasValue(1);
    }

    private void record(String version) {
        server.answer("/api/v2/alerts", Recorded.answer(version + "/alerts"));
        server.answer("/api/v2/alerts/groups", Recorded.answer(version + "/groups"));
        server.answer("/api/v2/silences", Recorded.answer(version + "/silences"));
    }

    private AlertmanagerSource source(List<String> filters, SeverityRules rules) throws Exception {
        var http = JsonHttp.open("alerts-eu", server.url(), Access.open(), Limits.standard());
        return new AlertmanagerSource(http, filters, rules);
    }
}
