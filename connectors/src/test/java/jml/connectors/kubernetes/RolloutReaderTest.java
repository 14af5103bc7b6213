package jml.connectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import jml.core.release.Rollout;
import jml.core.release.Rollout.PauseReason;
import jml.core.release.Rollout.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolloutReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final ObjectNode fraud = FakeApiServer.recorded(Resource.ROLLOUTS, "fraud");

    private ObjectNode status() {
        return (ObjectNode) fraud.path("status");
    }

    private Rollout read() throws Exception {
        return new RolloutReader().read(fraud).rollout();
    }

    @Test
    void aStatusOfAnOlderChangeIsNotBelieved() throws Exception {
        status().put("observedGeneration", "2");

        assertThat(read().phase()).isEqualTo(Phase.PROGRESSING);
        assertThat(read().current()).isFalse();
    }

    @Test
    void anOldControllersHashIsNoGeneration() throws Exception {
        status().put("observedGeneration", "7b96dff8b7");

        assertThat(read().phase()).isEqualTo(Phase.PAUSED);
        assertThat(read().current()).isTrue();
    }

    @Test
    void oneThatWasJustResumedIsNoLongerPaused() throws Exception {
        status().remove("pauseConditions");
        status().put("controllerPause", true);

        assertThat(read().phase()).isEqualTo(Phase.PROGRESSING);
    }

    @Test
    void aChangeOfTheAdoptedWorkloadThatWasNotSeenIsProgress() throws Exception {
        var adopted = FakeApiServer.recorded(Resource.ROLLOUTS, "adopted");
        ((ObjectNode) adopted.path("status")).put("workloadObservedGeneration", "0");

        assertThat(new RolloutReader().read(adopted).rollout().current()).isFalse();
    }

    @Test
    void anUndecidedAnalysisWinsOverTheStep() throws Exception {
        status().putArray("pauseConditions")
                .addObject()
                .put("reason", "InconclusiveAnalysisRun")
                .put("startTime", "2026-11-24T07:00:00Z");

        assertThat(read().pause()).isEqualTo(PauseReason.INCONCLUSIVE);
        assertThat(read().since()).isEqualTo("2026-11-24T07:00:00Z");
    }

    @Test
    void whatAPersonPausedWaitsForAPerson() throws Exception {
        ((ObjectNode) fraud.path("spec")).put("paused", true);

        assertThat(read().pause()).isEqualTo(PauseReason.PERSON);
    }

    @Test
    void theRoutersWeightIsBelievedBeforePods() throws Exception {
        status().set("canary", JSON.readTree("{\"weights\":{\"canary\":{\"weight\":5},\"stable\":{\"weight\":95}}}"));

        assertThat(read().weight()).isEqualTo(0.05);
    }

    @Test
    void aWeightIsAShareOfTheLargestWeight() throws Exception {
        ((ObjectNode) fraud.path("spec").path("strategy").path("canary"))
                .putObject("trafficRouting")
                .put("maxTrafficWeight", 1000);
        status().set("canary", JSON.readTree("{\"weights\":{\"canary\":{\"weight\":250}}}"));

        assertThat(read().weight()).isEqualTo(0.25);
        assertThat(read().steps().getFirst().weight()).isEqualTo(0.025);
    }

    @Test
    void aNewPhaseOfALaterArgoIsUnknownAndKeepsItsName() throws Exception {
        status().put("phase", "Hibernating").put("message", "until spring");

        assertThat(read().phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(read().message()).isEqualTo("Hibernating: until spring");
    }

    @Test
    void stepsOfOtherKindsKeepTheirName() throws Exception {
        var steps = JSON.readTree("[{\"experiment\":{}},{\"setHeaderRoute\":{}},{\"analysis\":{}}]");
        ((ObjectNode) fraud.path("spec").path("strategy").path("canary")).set("steps", steps);

        assertThat(read().steps())
                .extracting(Rollout.Step::text)
                .containsExactly("experiment", "setHeaderRoute", "analysis");
        assertThat(read().step()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"30,PT30S", "30s,PT30S", "1h30m,PT1H30M", "1.5s,PT1.5S", "250ms,PT0.25S", "5m0s,PT5M"})
    void durationsAreReadAsArgoWritesThem(String text, Duration expected) {
        assertThat(GoDuration.of(JSON.getNodeFactory().textNode(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"''", "soon", "-5s", "5 m", "1d"})
    void whatIsNoDurationIsNone(String text) {
        assertThat(GoDuration.of(JSON.getNodeFactory().textNode(text))).isNull();
    }
}
