package jml.engine.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jml.core.fleet.Figures;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Origin;
import jml.core.fleet.Roster;
import jml.core.fleet.StandingRules;
import jml.core.judge.CountInterval;
import jml.core.judge.JudgeInterval;
import jml.core.judge.JudgePlan;
import jml.core.judge.Judgement.Verdict;
import jml.core.judge.LatencyBuckets;
import jml.core.judge.LatencyInterval;
import jml.core.judge.Ruling;
import jml.core.metric.Count;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.core.release.PodCounts;
import jml.core.release.Workload;
import jml.engine.record.RecordingFleetRecord;
import org.junit.jupiter.api.Test;

class RecordedRulingsTest {
    private static final ModelKey FRAUD = new ModelKey("prod", "fraud");
    private static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");

    private final RecordingFleetRecord record = new RecordingFleetRecord();
    private final RecordedRulings rulings = new RecordedRulings(JudgeRecord.of(() -> record), JudgePlan.DEFAULT);

    @Test
    void aCanaryThatDisagreesMoreOftenIsRolledBackFromTheMinuteThatProvedIt() {
        count(0, 30, 100, 10, 300, 6);

        var ruling = at(30);

        assertThat(ruling.judgement().verdict()).isEqualTo(Verdict.ROLLBACK);
        assertThat(ruling.decidedAt()).isAfter(minute(5)).isBefore(minute(20));
        assertThat(ruling.until()).isEqualTo(minute(30));
    }

    @Test
    void whatWasSaidThenIsSaidAgainLater() {
        count(0, 30, 100, 10, 300, 6);
        var then = at(6);
        count(30, 60, 100, 10, 300, 6);

        assertThat(then.judgement().verdict()).isEqualTo(Verdict.CONTINUE);
        assertThat(new RecordedRulings(JudgeRecord.of(() -> record), JudgePlan.DEFAULT).at(FRAUD, "17", minute(6)))
                .hasValueSatisfying(again -> {
                    assertThat(again.digest()).isEqualTo(then.digest());
                    assertThat(again.judgement().sentence())
                            .isEqualTo(then.judgement().sentence());
                });
        assertThat(at(60).digest()).isNotEqualTo(then.digest());
    }

    @Test
    void theSameBytesGiveTheSameRulingToTheLastBit() {
        var minutes = new ArrayList<JudgeInterval>();
        var random = new Random(3);
        for (int at = 0; at < 120; at++) {
            minutes.add(of(at, Arm.CANARY, 300, random.nextInt(9)));
            minutes.add(of(at, Arm.BASELINE, 900, random.nextInt(20)));
            minutes.add(took(at, Arm.CANARY, 300, random.nextInt(30)));
            minutes.add(took(at, Arm.BASELINE, 900, random.nextInt(70)));
        }
        record.appendIntervals(minutes);
        var first = at(120);
        var shuffled = new RecordingFleetRecord();
        Collections.shuffle(minutes, random);
        shuffled.appendIntervals(minutes);

        var again = new RecordedRulings(JudgeRecord.of(() -> shuffled), JudgePlan.DEFAULT)
                .at(FRAUD, "17", minute(120))
                .orElseThrow();

        assertThat(bytes(again)).isEqualTo(bytes(first));
        assertThat(bytes(first)).contains("Latency over 250 ms", "Disagreement");
        assertThat(bytes(at(119))).isNotEqualTo(bytes(first));
    }

    @Test
    void aCanaryWhoseTailGrewIsRolledBack() {
        count(0, 40, 300, 5, 900, 15);
        slow(0, 40, 60, 45);

        var ruling = at(40);

        assertThat(ruling.judgement().verdict()).isEqualTo(Verdict.ROLLBACK);
        assertThat(ruling.judgement().sentence()).startsWith("Latency over 250 ms: the canary is worse, ");
        assertThat(ruling.decidedAt()).isAfter(minute(5)).isBefore(minute(20));
    }

    private void slow(int from, int to, long canary, long baseline) {
        var counted = new ArrayList<JudgeInterval>();
        for (int at = from; at < to; at++) {
            counted.add(took(at, Arm.CANARY, 300, canary));
            counted.add(took(at, Arm.BASELINE, 900, baseline));
        }
        record.appendIntervals(counted);
    }

    private static JudgeInterval took(int minute, Arm arm, long all, long slow) {
        var buckets = new LatencyBuckets(List.of(.1, .25, .5), List.of(all / 2, all - slow, all - slow / 4), all);
        return new LatencyInterval(FRAUD, "17", minute(minute), arm, buckets, false);
    }

    private static String bytes(Ruling ruling) {
        var text = new StringBuilder(ruling.digest() + ruling.begun() + ruling.until() + ruling.decidedAt());
        text.append(ruling.split())
                .append(ruling.minutes())
                .append(ruling.judgement().verdict());
        text.append(ruling.judgement().sentence()).append(ruling.judgement().change());
        for (var each : ruling.judgement().metrics()) {
            text.append(each.metric())
                    .append(each.verdict())
                    .append(each.total())
                    .append(each.decidedAt());
            text.append(each.ratio()).append(each.dispersion()).append(each.logWithin());
            text.append(Arrays.toString(each.path()))
                    .append(each.minutesToPass())
                    .append(each.minutesToFail());
        }
        return text.toString();
    }

    @Test
    void theFirstFiveMinutesAreNotJudged() {
        count(0, 5, 100, 50, 300, 3);
        count(5, 40, 100, 2, 300, 6);

        var ruling = at(40);

        assertThat(ruling.begun()).isEqualTo(minute(5));
        assertThat(ruling.judgement().verdict()).isNotEqualTo(Verdict.ROLLBACK);
        assertThat(ruling.judgement().metrics().getFirst().total().canaryBad()).isEqualTo(70);
    }

    @Test
    void aCanaryThatHasJustBegunIsNotJudgedAtAll() {
        count(0, 5, 100, 50, 300, 3);

        assertThat(at(4).judgement().verdict()).isEqualTo(Verdict.CONTINUE);
    }

    @Test
    void aSplitThatIsNotTheAskedOneMakesTheCountsIncomparable() {
        record.append(asking(0, 0.5));
        count(0, 30, 100, 2, 300, 6);

        var ruling = at(30);

        assertThat(ruling.judgement().verdict()).isEqualTo(Verdict.INVALID);
        assertThat(ruling.split().asked()).isEqualTo(0.5);
        assertThat(ruling.split().seen()).isEqualTo(0.25);
    }

    @Test
    void eachStageOfARampIsHeldAgainstItsOwnWeight() {
        record.append(asking(0, 0.25));
        count(0, 30, 100, 2, 300, 6);
        record.append(asking(30, 0.5));
        record.append(List.of(new FleetEvent(
                "w",
                FleetEvent.Kind.WEIGHT,
                minute(30),
                minute(30),
                FRAUD,
                "Canary v17 raised from 25% to 50%",
                "eu")));
        count(30, 60, 200, 4, 200, 4);

        var ruling = at(60);

        assertThat(ruling.judgement().verdict()).isEqualTo(Verdict.CONTINUE);
        assertThat(ruling.split().asked()).isEqualTo(0.5);
        assertThat(ruling.split().mismatch()).isFalse();
    }

    @Test
    void withoutAMinuteNothingIsSaid() {
        assertThat(rulings.at(FRAUD, "17", minute(60))).isEmpty();
    }

    private Ruling at(int minute) {
        return rulings.at(FRAUD, "17", minute(minute)).orElseThrow();
    }

    private void count(int from, int to, long canary, long canaryBad, long baseline, long baselineBad) {
        var counted = new ArrayList<JudgeInterval>();
        for (int at = from; at < to; at++) {
            counted.add(of(at, Arm.CANARY, canary, canaryBad));
            counted.add(of(at, Arm.BASELINE, baseline, baselineBad));
        }
        record.appendIntervals(counted);
    }

    private static JudgeInterval of(int minute, Arm arm, long valid, long bad) {
        return new CountInterval(FRAUD, "17", minute(minute), arm, Count.AGREED, valid, bad, false);
    }

    private static Instant minute(int minute) {
        return NOON.plusSeconds(60L * minute);
    }

    private static FleetSnapshot asking(int minute, double weight) {
        var facts = new ModelFacts(
                FRAUD,
                "",
                "",
                "",
                "",
                Map.of(),
                "16",
                "17",
                weight,
                List.of(),
                null,
                PodCounts.NONE,
                Workload.Resources.NONE,
                "",
                List.of(),
                List.of());
        var at = minute(minute);
        var roster = new Roster(List.of(facts));
        var figures = new Figures.Builder(roster.subjects()).build();
        var none = FleetSnapshot.empty(at, Origin.LIVE);
        var standings = StandingRules.stand(at, roster, figures, List.of(), new int[0], List.of(), none);
        return new FleetSnapshot(
                at, Origin.LIVE, List.of(), roster, figures, standings, List.of(), new int[0], List.of(), List.of());
    }
}
