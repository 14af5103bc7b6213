package jml.gameday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Recent;
import jml.core.judge.CountInterval;
import jml.core.judge.JudgeInterval;
import jml.core.judge.LatencyInterval;
import jml.core.metric.Count;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import org.junit.jupiter.api.Test;

class SimulatedPastTest {
    private static final Instant OPENED = Instant.parse("2026-11-24T14:32:06Z");
    private static final ModelKey FRAUD = new ModelKey("game day", "fraud-scorer");

    private final SimulatedFleet fleet = SimulatedFleet.of(7, 24, OPENED);
    private final SimulatedPast past = new SimulatedPast(fleet);

    @Test
    void snapshotsOfThePastAreThoseAskedForSingly() {
        var told = past.snapshots(OPENED.minusSeconds(300), OPENED).toList();

        assertThat(told).extracting(FleetSnapshot::at).isSorted().hasSize(10);
        for (var snapshot : told) {
            assertThat(snapshot.figures())
                    .isEqualTo(fleet.snapshot(snapshot.at()).figures());
        }
    }

    @Test
    void daysAgoStepsAreFiveMinutesAndOnTheGrid() {
        var told = past.snapshots(OPENED.minus(Duration.ofHours(50)), OPENED.minus(Duration.ofHours(25)))
                .limit(4)
                .map(FleetSnapshot::at)
                .toList();

        assertThat(told)
                .containsExactly(
                        Instant.parse("2026-11-22T12:35:00Z"),
                        Instant.parse("2026-11-22T12:40:00Z"),
                        Instant.parse("2026-11-22T12:45:00Z"),
                        Instant.parse("2026-11-22T12:50:00Z"));
    }

    @Test
    void theHistoryOfALineEqualsTheSnapshots() throws Exception {
        var history = new SimulatedHistory(fleet);
        for (var arm : Arm.values()) {
            var line =
                    history.series(FRAUD, arm, Sli.FIDELITY, OPENED.minusSeconds(1500), OPENED, Duration.ofMinutes(5));

            assertThat(line.size()).isEqualTo(5);
            for (int i = 0; i < line.size(); i++) {
                var snapshot = fleet.snapshot(line.time(i));
                int row = snapshot.roster().row(FRAUD).orElseThrow();
                assertThat(line.values()[i])
                        .isEqualTo(snapshot.figure(row, arm, Sli.FIDELITY).value());
            }
        }
    }

    @Test
    void aModelNobodyKnowsHasAnEmptyLine() {
        var line = new SimulatedHistory(fleet)
                .series(
                        new ModelKey("game day", "nobody"),
                        Arm.ALL,
                        Sli.TRAFFIC,
                        OPENED.minusSeconds(600),
                        OPENED,
                        Duration.ofMinutes(1));

        assertThat(line.size()).isZero();
    }

    @Test
    void thePastIsFullOfWhatHappened() {
        var events = new ArrayList<FleetEvent>();
        past.replay(
                OPENED.minus(Duration.ofHours(3)),
                OPENED.plusSeconds(1),
                (snapshot, happened, minutes) -> events.addAll(happened));

        assertThat(events).extracting(FleetEvent::id).doesNotHaveDuplicates();
        assertThat(events)
                .filteredOn(it -> FRAUD.equals(it.model()))
                .extracting(FleetEvent::kind)
                .contains(
                        FleetEvent.Kind.ROLLOUT,
                        FleetEvent.Kind.WEIGHT,
                        FleetEvent.Kind.SCALING,
                        FleetEvent.Kind.PAGE_STARTED,
                        FleetEvent.Kind.TICKET_STARTED,
                        FleetEvent.Kind.STATE);
    }

    @Test
    void judgeMinutesAddUpToTheCounts() {
        var from = OPENED.truncatedTo(ChronoUnit.MINUTES).minusSeconds(600);
        var sums = new HashMap<Arm, Long>();
        for (JudgeInterval interval : fleet.intervals(from, OPENED)) {
            if (interval instanceof CountInterval counted
                    && counted.model().equals(FRAUD)
                    && counted.bad() == Count.ERRORS) {
                sums.merge(counted.arm(), counted.valid(), Long::sum);
            }
        }

        var before = fleet.snapshot(from);
        var after = fleet.snapshot(from.plusSeconds(600));
        for (var arm : List.of(Arm.BASELINE, Arm.CANARY)) {
            int subject = after.roster().subject(after.roster().row(FRAUD).orElseThrow(), arm);
            assertThat(sums)
                    .containsEntry(
                            arm,
                            after.figures().count(subject, Count.REQUESTS)
                                    - before.figures().count(subject, Count.REQUESTS));
        }
    }

    @Test
    void judgeLatenciesTellTheSameSlowRequestsAsTheCountsButForRounding() {
        var from = OPENED.truncatedTo(ChronoUnit.MINUTES).minusSeconds(600);
        var snapshot = fleet.snapshot(from);
        double line = snapshot.model(snapshot.roster().row(FRAUD).orElseThrow())
                .objective(Sli.LATENCY_P95)
                .orElseThrow()
                .high();
        var slow = new HashMap<String, Long>();
        var beyond = new HashMap<String, Long>();
        for (JudgeInterval interval : fleet.intervals(from, OPENED)) {
            var minute = interval.arm() + " " + interval.minute();
            if (!interval.model().equals(FRAUD)) {
                continue;
            }
            switch (interval) {
                case CountInterval counted when counted.bad() == Count.SLOW -> slow.put(minute, counted.badEvents());
                case CountInterval _ -> {}
                case LatencyInterval taken -> {
                    var buckets = taken.buckets();
                    long within = buckets.atMost().get(buckets.edgesSeconds().indexOf(line));
                    beyond.put(minute, buckets.all() - within);
                }
            }
        }

        assertThat(slow).hasSize(20).containsOnlyKeys(beyond.keySet());
        slow.forEach((minute, events) -> assertThat(beyond.get(minute)).isBetween(events - 1, events));
    }

    @Test
    void sparklinesShowTheHourBefore() {
        var recent = past.recent(OPENED, Recent.LENGTH);
        int row = fleet.snapshot(OPENED).roster().row(FRAUD).orElseThrow();

        assertThat(recent.length()).isEqualTo(Recent.LENGTH);
        assertThat(recent.strain(row, Recent.LENGTH - 1)).isGreaterThan(2);
        assertThat(recent.strain(row, 0)).isLessThan(1);
    }

    @Test
    void podsAndRegistryFollowTheSetup() {
        var pods = fleet.pods("fraud-scorer", OPENED);
        assertThat(pods).hasSize(16).extracting("name").doesNotHaveDuplicates();
        assertThat(pods.stream()
                        .filter(pod -> pod.revision().equals(pods.getFirst().revision())))
                .hasSize(12);
        assertThat(fleet.pods("edge-anomaly", OPENED)).isEmpty();

        var registered = fleet.registry(OPENED).stream()
                .filter(it -> it.name().equals("risk.payments-fraud"))
                .findFirst()
                .orElseThrow();
        assertThat(registered.aliases()).containsEntry("champion", "16").containsEntry("challenger", "17");
        assertThat(registered.versions()).extracting("version").containsExactly("17", "16");
    }
}
