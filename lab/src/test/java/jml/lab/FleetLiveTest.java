package jml.lab;

import static jml.lab.LabConsole.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import jml.core.alert.Alert;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Placement;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.release.Workload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The fleet as the console sees it, held beside what the lab's servers themselves answer.
@EnabledIfEnvironmentVariable(named = "JML_LAB_FLEET", matches = ".+")
class FleetLiveTest {
    /// Enough for three scrapes at least.
    private static final int CALLS = 400;

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final LabServers SERVERS = new LabServers();
    private static LabConsole console;

    @BeforeAll
    static void callTheModelServersUntilFiguresAreThere() throws Exception {
        console = new LabConsole();
        for (int call = 0; call < CALLS; call++) {
            SERVERS.post(LabServers.variable("KSERVE") + "/v1/models/ranker-7b:predict", "{\"instances\":[[1,2,3]]}");
            SERVERS.post(LabServers.variable("MLSERVER") + "/v2/models/triage/infer", """
                    {"inputs":[{"name":"x","shape":[1,3],"datatype":"FP64","data":[1,2,3]}]}""");
            Thread.sleep(50);
        }
        LabServers.await(
                "figures of simulated and live models",
                PATIENCE,
                console::look,
                fleet -> measured(fleet, "risk.payments-fraud", Sli.FIDELITY)
                        && measured(fleet, "llm-search-ranker", Sli.SUCCESS)
                        && measured(fleet, "triage-notes", Sli.SUCCESS));
    }

    @AfterAll
    static void close() {
        console.close();
    }

    private static boolean measured(FleetSnapshot fleet, String model, Sli sli) {
        return fleet.figure(row(fleet, model), Arm.ALL, sli).measured();
    }

    private static double value(FleetSnapshot fleet, String model, Sli sli) {
        return fleet.figure(row(fleet, model), Arm.ALL, sli).value();
    }

    private static ModelFacts model(FleetSnapshot fleet, String name) {
        return fleet.model(row(fleet, name));
    }

    @Test
    void everyModelOfTheRegistryIsARowWithItsAliases() throws Exception {
        var fleet = console.look();
        var registered = SERVERS.json("MLFLOW", "/api/2.0/mlflow/registered-models/search?max_results=1000")
                .path("registered_models");

        assertThat(registered).isNotEmpty();
        for (var each : registered) {
            var facts = model(fleet, each.path("name").asText());
            assertThat(facts.registryName()).isEqualTo(facts.key().name());
            assertThat(facts.aliases())
                    .containsOnlyKeys(StreamSupport.stream(each.path("aliases").spliterator(), false)
                            .map(alias -> alias.path("alias").asText())
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"risk.payments-fraud,fraud-scorer", "credit-risk,pd-scoring"})
    void weightsAreThoseOfTheRolloutsStatus(String name, String workload) {
        try (var viewer = LabServers.cluster("VIEWER")) {
            var status = viewer.get(Cluster.path(workload, true)).path("status");
            double weight = status.path("updatedReplicas").asDouble()
                    / status.path("replicas").asDouble();
            var facts = model(console.look(), name);

            assertThat(weight).isBetween(0.1, 0.9);
            assertThat(facts.version()).isEqualTo("2");
            assertThat(facts.candidate()).isEqualTo("3");
            assertThat(facts.candidateWeight()).isCloseTo(weight, within(1e-9));
            assertThat(facts.placements())
                    .filteredOn(placement -> placement.role() != Workload.Role.OLD)
                    .extracting(Placement::share)
                    .containsExactlyInAnyOrder(weight, 1 - weight);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "risk.payments-fraud,fraud_v2",
        "fraud-scorer,fraud_v1",
        "credit-risk,creditrisk",
        "content-moderation,toxicity",
        "session-recs,recs",
        "vision-defects,edge_defects",
        "basket-addons,addons_v3",
        "size-advice,size_fit"
    })
    void figuresOfSimulatedModelsAreWhatPrometheusAnswers(String name, String series) throws Exception {
        var fleet = console.look();
        var requests = "sum(rate(inference_requests_total{model=\"" + series + "\"%s}[5m]))";
        // The rates of a fleet that has just started change with every scrape: both must mean the same instant.
        var at = fleet.figure(row(fleet, name), Arm.ALL, Sli.TRAFFIC).observedAt();
        double traffic = SERVERS.query(requests.formatted(""), at);
        double success = SERVERS.query(requests.formatted(",outcome=\"success\""), at) / traffic;

        assertThat(traffic).isPositive();
        assertThat(value(fleet, name, Sli.TRAFFIC)).isCloseTo(traffic, within(0.05 * traffic + 0.1));
        assertThat(value(fleet, name, Sli.SUCCESS)).isCloseTo(success, within(0.002));
    }

    @Test
    void theBadCanaryDisagreesAndTheGoodOneDoesNot() throws Exception {
        var fleet = console.look();
        double bad = fidelity(fleet, "risk.payments-fraud", Arm.CANARY);

        assertThat(bad).isLessThan(fidelity(fleet, "risk.payments-fraud", Arm.BASELINE) - 0.05);
        assertThat(fidelity(fleet, "credit-risk", Arm.CANARY))
                .isGreaterThan(fidelity(fleet, "credit-risk", Arm.BASELINE) - 0.02);
        assertThat(bad).isCloseTo(SERVERS.query("""
                                sum(rate(model_predictions_agreed_total{model="fraud_v2",version="3"}[30m]))
                                / sum(rate(model_predictions_compared_total{model="fraud_v2",version="3"}[30m]))"""), within(0.01));
    }

    private static double fidelity(FleetSnapshot fleet, String model, Arm arm) {
        return fleet.figure(row(fleet, model), arm, Sli.FIDELITY).value();
    }

    @Test
    void realModelServersAreRowsWithTheirSuccess() throws Exception {
        var fleet = console.look();
        double ranker = SERVERS.query("""
                sum(rate(request_postprocess_seconds_count{model_name="ranker-7b"}[5m]))
                / sum(rate(request_preprocess_seconds_count{model_name="ranker-7b"}[5m]))""");
        double triage = SERVERS.query("""
                sum(rate(model_infer_request_success_total{model="triage"}[5m]))
                / (sum(rate(model_infer_request_success_total{model="triage"}[5m]))
                  + sum(rate(model_infer_request_failure_total{model="triage"}[5m])))""");

        // Both fail every twentieth request.
        assertThat(ranker).isCloseTo(0.95, within(0.02));
        assertThat(triage).isCloseTo(0.95, within(0.02));
        assertThat(value(fleet, "llm-search-ranker", Sli.SUCCESS)).isCloseTo(ranker, within(0.01));
        assertThat(value(fleet, "triage-notes", Sli.SUCCESS)).isCloseTo(triage, within(0.01));
    }

    @Test
    void alertsAreThoseOfAlertmanager() throws Exception {
        var shown = new TreeSet<String>();
        var theirs = LabServers.await(
                "the same alerts twice",
                Duration.ofSeconds(30),
                () -> {
                    shown.clear();
                    console.look().alerts().stream().map(Alert::fingerprint).forEach(shown::add);
                    return fingerprints(SERVERS.json("ALERTMANAGER", "/api/v2/alerts"));
                },
                fingerprints -> fingerprints.equals(shown));

        assertThat(shown).isEqualTo(theirs);
    }

    private static TreeSet<String> fingerprints(JsonNode alerts) {
        var all = new TreeSet<String>();
        alerts.forEach(alert -> all.add(alert.path("fingerprint").asText()));
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "risk.payments-fraud,fraud-scorer,1",
        "fraud-scorer,fraud-scorer-legacy,1",
        "credit-risk,pd-scoring,1",
        "content-moderation,content-moderation-predictor,1",
        "session-recs,recs-session-v4,1",
        "triage-notes,triage-notes,1",
        "llm-search-ranker,search-ranker,1",
        "basket-addons,shop-models,2",
        "size-advice,shop-models,2"
    })
    void aModelIsFoundWhateverItsWorkloadIsCalled(String name, String workload, int hosted) {
        assertThat(model(console.look(), name).placements()).isNotEmpty().allSatisfy(placement -> {
            assertThat(placement.where()).endsWith(":" + Cluster.NAMESPACE + "/" + workload);
            assertThat(placement.hosted()).isEqualTo(hosted);
        });
    }

    @Test
    void aModelThatNoClusterHoldsIsAWholeRow() {
        var fleet = console.look();
        var facts = model(fleet, "vision-defects");

        assertThat(facts.placements()).extracting(Placement::kind).containsExactly(Workload.Kind.OTHER);
        assertThat(facts.owner()).isEqualTo("plant-quality");
        assertThat(measured(fleet, "vision-defects", Sli.LATENCY_P95)).isTrue();
    }
}
