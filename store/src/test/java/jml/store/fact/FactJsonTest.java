package jml.store.fact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jml.core.alert.Alert;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.ModelState;
import jml.core.fleet.Origin;
import jml.core.fleet.RandomFleet;
import jml.core.fleet.Standing;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import org.junit.jupiter.api.Test;

class FactJsonTest {
    @Test
    void factsComeBackAsTheyWere() {
        var fleet = new RandomFleet(1, Origin.SIMULATED, 40);
        for (int i = 0; i < 40; i++) {
            var snapshot = fleet.next(Instant.EPOCH.plusSeconds(i));
            snapshot.roster().models().forEach(it -> comesBack(FactKind.MODEL, it));
            snapshot.alerts().forEach(it -> comesBack(FactKind.ALERT, it));
            snapshot.sources().forEach(it -> comesBack(FactKind.SOURCE, it));
            snapshot.unmatched().forEach(it -> comesBack(FactKind.UNMATCHED, it));
            snapshot.environments().forEach(it -> comesBack(FactKind.ENVIRONMENT, it));
            snapshot.standings().forEach(it -> comesBack(FactKind.VERDICT, Verdict.of(it)));
        }
        comesBack(FactKind.ORDER, new RowOrder(new int[] {3, 1, 2}));
        comesBack(FactKind.VERSION, RandomFleet.HOSTILE_NAMES.getFirst());
    }

    @Test
    void oneValueIsOneText() {
        var oneWay = new LinkedHashMap<String, String>();
        var otherWay = new LinkedHashMap<String, String>();
        for (int i = 0; i < 20; i++) {
            oneWay.put("label" + i, "x");
            otherWay.put("label" + (19 - i), "x");
        }

        assertThat(FactJson.write(alert(oneWay))).isEqualTo(FactJson.write(alert(otherWay)));
    }

    @Test
    void indicatorsAreWrittenByTheirStableId() {
        var verdict = new Verdict(ModelState.BREACHING, Standing.Cause.OBJECTIVE_MISSED, Sli.LATENCY_P95, Arm.CANARY);

        assertThat(new String(FactJson.write(verdict), UTF_8))
                .isEqualTo(
                        "{\"arm\":\"CANARY\",\"cause\":\"OBJECTIVE_MISSED\",\"sli\":\"latency_p95\",\"state\":\"BREACHING\"}");
    }

    @Test
    void whatAnotherVersionKnowsIsLeftOutAndWhatItLacksIsEmpty() {
        var json = """
                {"key":{"environment":"prod","name":"fraud"},"invented":{"later":[1,2]},
                 "objectives":[{"sli":"gone","low":0.5,"high":"Infinity","minSamples":0},
                               {"sli":"success","low":0.99,"high":"Infinity","minSamples":5}]}
                """;

        var facts = (ModelFacts) FactJson.read(FactKind.MODEL, json.getBytes(UTF_8));

        assertThat(facts.key().name()).isEqualTo("fraud");
        assertThat(facts.objectives()).singleElement().satisfies(it -> assertThat(it.sli())
                .isEqualTo(Sli.SUCCESS));
        assertThat(facts.owner()).isEmpty();
        assertThat(facts.aliases()).isEmpty();
        assertThat(facts.placements()).isEmpty();
        assertThat(facts.rollout()).isNull();
    }

    @Test
    void whatCannotBeReadNamesItsKind() {
        assertThatThrownBy(() -> FactJson.read(FactKind.ALERT, "{\"fingerprint\":".getBytes(UTF_8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("alert");
    }

    private static void comesBack(FactKind kind, Object fact) {
        assertThat(FactJson.read(kind, FactJson.write(fact))).isEqualTo(fact);
    }

    private static Alert alert(Map<String, String> labels) {
        return new Alert(
                "f",
                "am",
                "Burn",
                Alert.Severity.PAGE,
                Instant.EPOCH,
                labels,
                Map.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
