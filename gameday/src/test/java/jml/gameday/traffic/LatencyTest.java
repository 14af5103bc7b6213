package jml.gameday.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatencyTest {
    @Test
    void theNormalDistributionIsThatOfTheTables() {
        assertThat(Latency.normal(0)).isCloseTo(0.5, within(1e-7));
        assertThat(Latency.normal(1.959964)).isCloseTo(0.975, within(1e-6));
        assertThat(Latency.normal(-1.644854)).isCloseTo(0.05, within(1e-6));
    }

    @Test
    void nineteenOfTwentyRequestsAreFasterThanThePercentile() {
        double p95 = Latency.P95_IN_MEDIANS;

        assertThat((1 - Latency.SLOW_SHARE) * Latency.fast(1, p95) + Latency.SLOW_SHARE * Latency.slow(1, p95))
                .isCloseTo(0.95, within(1e-9));
    }

    @Test
    void edgesGrowAndHoldTheLineAndTheContract() {
        for (double line : new double[] {0.04, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 1, 2}) {
            var edges = Edges.around(line);

            assertThat(edges.seconds())
                    .hasSize(Edges.COUNT)
                    .isSorted()
                    .contains(0.2)
                    .doesNotHaveDuplicates();
            assertThat(edges.seconds()[edges.line()]).isEqualTo(line);
        }
    }
}
