package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jml.core.source.SourceHealth;
import org.junit.jupiter.api.Test;

class StandingFreshnessTest {
    private static final Instant AT = Scene.AT;

    @Test
    void theMetricsOfAnotherEnvironmentDoNotCount() {
        var scene = new Scene();
        scene.sources.add(new SourceHealth(
                "other",
                "staging",
                jml.core.source.SourceKind.METRICS,
                SourceHealth.State.DEAD,
                Duration.ofSeconds(30),
                null,
                null,
                null,
                List.of()));

        assertThat(scene.snapshot().standing(0).state()).isEqualTo(ModelState.HEALTHY);
    }

    @Test
    void oneOfTwoMetricSourcesThatAnswersIsEnough() {
        var scene = Scene.blank().allMissing(Presence.NO_TRAFFIC);
        scene.sources.add(Scene.source("other", SourceHealth.State.DEAD, null));

        assertThat(scene.snapshot().standing(0).state()).isEqualTo(ModelState.TOO_LITTLE_DATA);
    }

    @Test
    void figuresAreFreshByTheSlowestSourceOfTheirEnvironment() {
        var scene = new Scene().allAged(Duration.ofSeconds(100));
        scene.sources.add(new SourceHealth(
                "slow",
                Scene.PROD,
                jml.core.source.SourceKind.METRICS,
                SourceHealth.State.LIVE,
                Duration.ofMinutes(5),
                AT,
                null,
                null,
                List.of()));

        assertThat(scene.snapshot().standing(0).state()).isEqualTo(ModelState.HEALTHY);
    }
}
