package jml.gameday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jml.core.judge.LatencyInterval;
import jml.core.model.Arm;
import org.junit.jupiter.api.Test;

class JudgeMinutesTest {
    private static final Instant OPENED = Instant.parse("2026-11-24T14:32:06Z");
    private static final long LITTLE = 300;

    /// Counting each bucket up to whole requests apart made every request slow for its first minutes.
    @Test
    void canariesWithLittleTrafficAreNoSlowerThanTheirBaselines() {
        double canaries = 0;
        double expected = 0;
        long requests = 0;
        for (var minutes : releases().values()) {
            long few = all(minutes, Arm.CANARY);
            if (few > 0 && few < LITTLE) {
                requests += few;
                canaries += middlingOrSlower(minutes, Arm.CANARY);
                expected += few * (double) middlingOrSlower(minutes, Arm.BASELINE) / all(minutes, Arm.BASELINE);
            }
        }

        assertThat(requests).isGreaterThan(1_000);
        assertThat(canaries / expected).isBetween(0.8, 1.25);
    }

    private static Map<String, List<LatencyInterval>> releases() {
        return SimulatedFleet.of(7, 2_000, OPENED).intervals(OPENED.minus(Duration.ofHours(1)), OPENED).stream()
                .filter(LatencyInterval.class::isInstance)
                .map(LatencyInterval.class::cast)
                .collect(Collectors.groupingBy(it -> it.model() + "@" + it.release()));
    }

    private static long all(List<LatencyInterval> minutes, Arm arm) {
        return of(minutes, arm).mapToLong(it -> it.buckets().all()).sum();
    }

    /// Slower than a middling edge, which about half of the requests are.
    private static long middlingOrSlower(List<LatencyInterval> minutes, Arm arm) {
        return of(minutes, arm)
                .mapToLong(it -> it.buckets().all() - it.buckets().atMost().get(4))
                .sum();
    }

    private static Stream<LatencyInterval> of(List<LatencyInterval> minutes, Arm arm) {
        return minutes.stream().filter(it -> it.arm() == arm);
    }
}
