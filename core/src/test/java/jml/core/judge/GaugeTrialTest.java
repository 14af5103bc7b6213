package jml.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import jml.core.judge.MetricJudgement.Verdict;
import org.junit.jupiter.api.Test;

class GaugeTrialTest {
    @Test
    void aGaugeThatMovedTheWrongWayFails() {
        var higher = judge(GaugeMetric.Worse.HIGHER, series(1, 0, 1));
        var lower = judge(GaugeMetric.Worse.LOWER, series(1, 0, 1));

        assertThat(higher.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(higher.low()).isPositive();
        assertThat(higher.decidedAt()).isBetween(20, 200);
        assertThat(lower.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aGaugeThatStayedPassesItsMargin() {
        assertThat(judge(GaugeMetric.Worse.HIGHER, series(2, 0, 0)).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void twentyBlocksAreNeeded() {
        assertThat(judge(GaugeMetric.Worse.HIGHER, series(3, 0, 5).subList(0, 19))
                        .verdict())
                .isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void minutesThatHangTogetherAreAveragedInLongerBlocks() {
        assertThat(judge(GaugeMetric.Worse.HIGHER, series(4, 0, 0)).blockMinutes())
                .isEqualTo(1);
        assertThat(judge(GaugeMetric.Worse.HIGHER, series(4, .6, 0)).blockMinutes())
                .isGreaterThan(1);
    }

    @Test
    void harmlessGaugesAreSeldomFailed() {
        int failed = 0;
        for (int seed = 0; seed < 200; seed++) {
            failed += judge(GaugeMetric.Worse.HIGHER, series(seed, .6, 0)).verdict() == Verdict.FAIL ? 1 : 0;
        }

        assertThat(failed).isLessThan(20);
    }

    private static GaugeJudgement judge(GaugeMetric.Worse worse, List<GaugeMetric.Means> minutes) {
        return GaugeTrial.judge(new GaugeMetric("ms a token", true, worse, 0.5, 0.1, minutes), JudgePlan.DEFAULT, 0.05);
    }

    private static List<GaugeMetric.Means> series(long seed, double hanging, double moved) {
        var random = new SplittableRandom(seed);
        var means = new ArrayList<GaugeMetric.Means>();
        double canary = 0;
        double baseline = 0;
        for (int i = 0; i < 1_440; i++) {
            canary = hanging * canary + random.nextGaussian();
            baseline = hanging * baseline + random.nextGaussian();
            means.add(new GaugeMetric.Means(10 + canary + moved, 10 + baseline));
        }
        return means;
    }
}
