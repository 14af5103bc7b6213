package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import jml.core.judge.CountInterval;
import jml.core.judge.JudgeInterval;
import jml.core.judge.LatencyBuckets;
import jml.core.judge.LatencyInterval;
import jml.core.metric.Count;
import jml.core.metric.Series;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [FleetRecord] promises. An implementation extends this and gives an empty record of simulated history.
public abstract class FleetRecordContract {
    protected static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    protected FleetRecord record;

    protected abstract FleetRecord open() throws Exception;

    @BeforeEach
    void openRecord() throws Exception {
        record = open();
    }

    @AfterEach
    void closeRecord() {
        record.close();
    }

    @Test
    protected void anEmptyRecordHasNoPast() {
        assertThat(record.latest()).isEmpty();
        assertThat(record.at(NOON)).isEmpty();
        assertThat(record.span()).isEmpty();
        assertThat(record.events(Instant.MIN, Instant.MAX)).isEmpty();
        assertThat(record.recent(NOON, Roster.EMPTY).length()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    protected void everySnapshotComesBackAsItWas(long seed) {
        var kept = recordSome(seed, 70, 66);
        record.compact();
        kept.addAll(recordMore(kept, seed + 1000, 5));

        for (var snapshot : kept) {
            SnapshotAssert.assertSame(record.at(snapshot.at()).orElseThrow(), snapshot);
        }
        SnapshotAssert.assertSame(record.latest().orElseThrow(), kept.getLast());
        assertThat(record.span())
                .contains(new FleetRecord.Span(
                        kept.getFirst().at(), kept.getLast().at()));
    }

    @Test
    protected void betweenTwoSnapshotsTheEarlierOneShows() {
        var kept = recordSome(7, 65, 10);
        record.compact();

        for (int i = 0; i + 1 < kept.size(); i++) {
            assertThat(record.at(kept.get(i + 1).at().minusNanos(1))
                            .orElseThrow()
                            .at())
                    .isEqualTo(kept.get(i).at());
        }
        assertThat(record.at(kept.getFirst().at().minusNanos(1))).isEmpty();
        assertThat(record.at(Instant.MAX).orElseThrow().at())
                .isEqualTo(kept.getLast().at());
    }

    @Test
    protected void aSnapshotThatComesTooLateIsRefused() {
        var kept = recordSome(8, 2, 3);
        var last = kept.getLast().at();
        var fleet = new RandomFleet(9, Origin.SIMULATED, 3);

        assertThatThrownBy(() -> record.append(fleet.next(last))).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> record.append(fleet.next(last.minusSeconds(60))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(last.toString());
        SnapshotAssert.assertSame(record.latest().orElseThrow(), kept.getLast());
        record.append(fleet.next(last.plusSeconds(30)));
    }

    @Test
    protected void aSnapshotOfAnotherOriginIsRefused() {
        assertThatThrownBy(() -> record.append(FleetSnapshot.empty(NOON, Origin.LIVE)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("live");
    }

    @Test
    protected void aFleetWithoutModelsIsAlsoRemembered() {
        record.append(FleetSnapshot.empty(NOON, Origin.SIMULATED));

        SnapshotAssert.assertSame(record.latest().orElseThrow(), FleetSnapshot.empty(NOON, Origin.SIMULATED));
    }

    @Test
    protected void eventsComeBackOldestFirstAndOnlyOnce() {
        var later = event("b", NOON.plusSeconds(5), "it's \"later\"\n\u202E");
        var sooner = event("a", NOON.plusNanos(1), "sooner");
        record.append(List.of(later, sooner));
        record.append(List.of(event("a", NOON.plusSeconds(9), "the same again")));

        assertThat(record.events(NOON, NOON.plusSeconds(60))).containsExactly(sooner, later);
        assertThat(record.events(NOON, NOON.plusSeconds(5))).containsExactly(sooner);
        assertThat(record.events(NOON.plusSeconds(5), NOON.plusSeconds(6))).containsExactly(later);
    }

    @Test
    protected void sparklinesDrawTheStrainOfTheLastSnapshots() {
        var kept = recordSome(11, 200, 20);
        record.compact();
        kept.addAll(recordMore(kept, 12, 10));

        for (int last : List.of(0, 40, 130, 150, 205, 209)) {
            var until = kept.get(last);
            var recent = record.recent(until.at().plusNanos(1), until.roster());

            assertThat(recent.last()).isEqualTo(until.at());
            assertThat(recent.length()).isEqualTo(Math.min(Recent.LENGTH, last + 1));
            for (int back = 0; back < recent.length(); back++) {
                compareStrain(recent, recent.length() - 1 - back, until.roster(), kept.get(last - back));
            }
        }
    }

    private static void compareStrain(Recent recent, int point, Roster roster, FleetSnapshot then) {
        var expected = Strain.encoded(then);
        for (int row = 0; row < roster.size(); row++) {
            var earlier = then.roster().row(roster.models().get(row).key());
            byte strain = earlier.isEmpty() ? Recent.GAP : expected[earlier.getAsInt()];
            assertThat(Recent.encode(recent.strain(row, point))).isEqualTo(strain);
        }
    }

    @Test
    protected void aLineHasEveryMeasuredValueAndNothingElse() {
        var kept = recordSome(21, 95, 66);
        record.compact();
        kept.addAll(recordMore(kept, 22, 5));
        var first = kept.getFirst().at();
        var last = kept.getLast().at();

        for (var arm : Arm.values()) {
            for (int row = 0; row < 12; row++) {
                var key = kept.get(50).model(row).key();
                var expected = points(kept, key, arm, first, last);

                assertThat(points(record.series(key, arm, Sli.FIDELITY, first, last, Duration.ofNanos(1))))
                        .isEqualTo(expected);
            }
        }
        var key = kept.get(50).model(0).key();
        var from = kept.get(20).at();
        var to = kept.get(70).at();
        assertThat(points(record.series(key, Arm.ALL, Sli.FIDELITY, from, to, Duration.ofNanos(1))))
                .isEqualTo(points(kept, key, Arm.ALL, from, to));
        assertThat(record.series(new ModelKey("prod", "never seen"), Arm.ALL, Sli.COST, first, last, Duration.ofDays(1))
                        .size())
                .isZero();
    }

    @Test
    protected void aLineIsThinnedToTheStepAskedFor() {
        var kept = recordSome(23, 60, 4);
        record.compact();
        var step = Duration.ofMinutes(5);
        var key = kept.get(30).model(0).key();
        var line = record.series(
                key, Arm.ALL, Sli.FIDELITY, kept.getFirst().at(), kept.getLast().at(), step);

        assertThat(line.step()).isGreaterThanOrEqualTo(step);
        assertThat(line.size()).isPositive();
        for (int i = 1; i < line.size(); i++) {
            assertThat(Math.floorDiv(line.times()[i], step.toMillis()))
                    .isGreaterThan(Math.floorDiv(line.times()[i - 1], step.toMillis()));
        }
    }

    private static Map<Long, Double> points(
            List<FleetSnapshot> kept, ModelKey model, Arm arm, Instant from, Instant to) {
        var points = new TreeMap<Long, Double>();
        for (var snapshot : kept) {
            var row = snapshot.roster().row(model);
            if (row.isPresent()
                    && !snapshot.at().isBefore(from)
                    && !snapshot.at().isAfter(to)) {
                var figure = snapshot.figure(row.getAsInt(), arm, Sli.FIDELITY);
                if (figure.measured()) {
                    points.put(snapshot.at().toEpochMilli(), figure.value());
                }
            }
        }
        return points;
    }

    private static Map<Long, Double> points(Series line) {
        var points = new TreeMap<Long, Double>();
        for (int i = 0; i < line.size(); i++) {
            points.put(line.times()[i], line.values()[i]);
        }
        return points;
    }

    @Test
    protected void theJudgesMinutesComeBackExactlyAndOnce() {
        var model = new ModelKey("prod", RandomFleet.HOSTILE_NAMES.getFirst());
        var first = minute(model, "18", 0, Arm.CANARY, 1L << 50, false);
        var asked = minute(model, "18", 1, Arm.BASELINE, 900, true);
        record.appendIntervals(List.of(first, asked, minute(model, "19", 0, Arm.CANARY, 5, false)));

        var seen = minute(model, "18", 1, Arm.BASELINE, 901, false);
        record.appendIntervals(List.of(seen, minute(model, "18", 0, Arm.CANARY, 7, true)));

        assertThat(record.intervals(model, "18")).containsExactly(first, seen);
        assertThat(record.intervals(model, "20")).isEmpty();
        assertThat(record.intervals(new ModelKey("prod", "never seen"), "18")).isEmpty();
    }

    @Test
    protected void theJudgesLatenciesComeBackBesideItsCounts() {
        var model = new ModelKey("prod", RandomFleet.HOSTILE_NAMES.getFirst());
        var counted = minute(model, "18", 0, Arm.BASELINE, 900, false);
        var asked = latency(model, 0, Arm.CANARY, List.of(3L, 3L, 1L << 50), true);
        var first = latency(model, 0, Arm.BASELINE, List.of(0L, 7L, 7L), false);
        record.appendIntervals(List.of(asked, first, counted));

        var seen = latency(model, 0, Arm.CANARY, List.of(3L, 4L, 5L), false);
        record.appendIntervals(List.of(seen, latency(model, 0, Arm.BASELINE, List.of(1L, 1L, 1L), true)));

        assertThat(record.intervals(model, "18")).containsExactlyInAnyOrder(counted, first, seen);
    }

    private static LatencyInterval latency(ModelKey model, int minute, Arm arm, List<Long> atMost, boolean backfilled) {
        var buckets = new LatencyBuckets(List.of(0.0005, 0.1, 5.0), atMost, atMost.getLast() + 2);
        return new LatencyInterval(model, "18", NOON.plusSeconds(60L * minute), arm, buckets, backfilled);
    }

    private static JudgeInterval minute(
            ModelKey model, String release, int minute, Arm arm, long valid, boolean backfilled) {
        return new CountInterval(
                model, release, NOON.plusSeconds(60L * minute), arm, Count.ERRORS, valid, 3, backfilled);
    }

    /// Records `count` snapshots half a minute apart, give or take.
    protected List<FleetSnapshot> recordSome(long seed, int count, int models) {
        var fleet = new RandomFleet(seed, Origin.SIMULATED, models);
        return recordFrom(NOON, fleet, new Random(seed), count);
    }

    private List<FleetSnapshot> recordMore(List<FleetSnapshot> kept, long seed, int count) {
        var fleet = new RandomFleet(seed, Origin.SIMULATED, 3);
        return recordFrom(kept.getLast().at(), fleet, new Random(seed), count);
    }

    private List<FleetSnapshot> recordFrom(Instant after, RandomFleet fleet, Random random, int count) {
        var kept = new ArrayList<FleetSnapshot>();
        var at = after;
        for (int i = 0; i < count; i++) {
            at = at.plusSeconds(1 + random.nextInt(30)).plusNanos(random.nextInt(3) == 0 ? random.nextInt(1000) : 0);
            var snapshot = fleet.next(at);
            record.append(snapshot);
            kept.add(snapshot);
        }
        return kept;
    }

    private static FleetEvent event(String id, Instant at, String text) {
        return new FleetEvent(
                id,
                FleetEvent.Kind.DEPLOY,
                at,
                at.plusSeconds(1),
                id.equals("a") ? null : new ModelKey("prod", "fraud"),
                text,
                "argo",
                id.equals("a") ? "" : "fingerprint of " + id);
    }
}
