package jml.engine.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jml.core.metric.Count;
import jml.core.metric.LabelSet;
import jml.core.metric.MetricPreset;
import jml.core.metric.Sli;
import jml.core.metric.Vector;
import jml.engine.metric.MetricReading;
import jml.engine.metric.PlannedQuery;
import jml.engine.metric.PlannedQuery.Purpose;
import org.junit.jupiter.api.Test;

class SeriesRollTest {
    private static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");
    private static final MetricPreset PRESET = new MetricPreset(
            "p",
            "p",
            List.of("m"),
            new MetricPreset.Labels(List.of(), List.of("model"), List.of("version")),
            Map.of(),
            Map.of(),
            Map.of(),
            null,
            Map.of());

    private final SeriesRoll roll = new SeriesRoll();

    @Test
    void aVersionThatIsNoLongerCountedLeavesWithinMinutes() {
        roll.add("lab", reading(NOON, "1", "2"));
        roll.add("lab", reading(NOON.plus(Duration.ofMinutes(6)), "1"));

        assertThat(roll.series())
                .extracting(series -> series.labels().get("version"))
                .containsExactlyInAnyOrder(null, "1");
    }

    @Test
    void aModelWhoseSeriesWentAwayStaysForADay() {
        roll.add("lab", reading(NOON, "1"));
        roll.add("lab", new MetricReading(NOON.plus(Duration.ofHours(23)), List.of(), List.of(), List.of(), List.of()));

        assertThat(roll.series()).hasSize(1);
    }

    private static MetricReading reading(Instant at, String... versions) {
        var value = new PlannedQuery(PRESET, Purpose.VALUE, Sli.TRAFFIC, null, false, Duration.ofMinutes(5), "q");
        var count = new PlannedQuery(PRESET, Purpose.INCREASE, null, Count.REQUESTS, true, Duration.ofMinutes(1), "q");
        var counted = List.of(versions).stream()
                .map(version -> LabelSet.of(Map.of("model", "a", "version", version)))
                .toList();
        return new MetricReading(
                at,
                List.of(PRESET),
                List.of(new MetricReading.Answered(
                        value, new Vector(List.of(LabelSet.of(Map.of("model", "a"))), new double[] {1}, List.of()))),
                List.of(new MetricReading.Minute(
                        at.minusSeconds(60),
                        List.of(new MetricReading.Answered(
                                count, new Vector(counted, new double[versions.length], List.of()))),
                        false)),
                List.of());
    }
}
