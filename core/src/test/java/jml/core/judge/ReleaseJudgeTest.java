package jml.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseJudgeTest {
    @Test
    void aGuardrailThatFailsRollsBackAndSaysWithWhichCounts() {
        var judged = judge(metric("errors", true, release(1, 300, 5_700, 0.002, 5)));

        assertThat(judged.verdict()).isEqualTo(Judgement.Verdict.ROLLBACK);
        assertThat(judged.sentence())
                .startsWith("errors: the canary is worse, ")
                .contains(" of ", " against ", " times");
        var errors = judged.metrics().getFirst();
        assertThat(errors.verdict()).isEqualTo(MetricJudgement.Verdict.FAIL);
        assertThat(errors.decidedAt()).isBetween(1, 30);
        assertThat(errors.logWorse()).isGreaterThan(errors.worseLine());
        assertThat(errors.ratio().low())
                .isGreaterThan(1)
                .isLessThan(errors.ratio().value());
        assertThat(errors.ratio().high())
                .isGreaterThan(5 * 0.8)
                .isGreaterThan(errors.ratio().value());
    }

    @Test
    void aCanaryAsGoodAsTheBaselineIsPromotedOnceThatIsProven() {
        var judged = judge(metric("errors", true, release(2, 5_000, 5_000, 0.01, 1)));

        assertThat(judged.verdict()).isEqualTo(Judgement.Verdict.PROMOTE);
        assertThat(judged.sentence()).startsWith("No worse than its margin allows on the required metric");
    }

    @Test
    void littleTrafficGoesOnAndSaysHowLong() {
        var judged = judge(metric("errors", true, release(3, 30, 300, 0.02, 1).subList(0, 20)));

        assertThat(judged.verdict()).isEqualTo(Judgement.Verdict.CONTINUE);
        assertThat(judged.sentence())
                .matches(
                        "No harm seen; enough evidence in about (\\d+ min|\\d+ h( \\d\\d)?|\\d+ d) at this traffic\\.");
    }

    @Test
    void whatIsUndecidedAtThePlannedEndIsForAPerson() {
        var few = metric("errors", true, release(3, 30, 300, 0.02, 1).subList(0, 20));
        var judged = ReleaseJudge.judge(JudgePlan.DEFAULT.over(), List.of(few));

        assertThat(judged.verdict()).isEqualTo(Judgement.Verdict.INCONCLUSIVE);
        assertThat(judged.sentence()).isEqualTo("The plan ended with 1 of 1 metric undecided. A person decides.");
    }

    @Test
    void aSignalThatFailsAsksAPersonAndNeverRollsBack() {
        var judged = judge(
                metric("errors", true, release(2, 5_000, 5_000, 0.01, 1)),
                metric("cold starts", false, release(4, 5_000, 5_000, 0.01, 3)));

        assertThat(judged.verdict()).isEqualTo(Judgement.Verdict.INCONCLUSIVE);
        assertThat(judged.sentence())
                .startsWith("cold starts: the canary is worse")
                .endsWith("A person decides.");
    }

    @Test
    void aDifferenceThatIsCertainButSmallIsNoHarm() {
        var strict = new JudgePlan(0.01, 0.05, 0.05, 5, 1.5, 20, false);
        var judged = ReleaseJudge.judge(strict, List.of(metric("slow", true, release(5, 20_000, 20_000, 0.1, 1.15))));

        var slow = judged.metrics().getFirst();
        assertThat(slow.logWorse()).isGreaterThan(slow.worseLine());
        assertThat(judged.verdict()).isEqualTo(Judgement.Verdict.PROMOTE);
    }

    @Test
    void fourBadEventsDecideNothing() {
        var counts = new ArrayList<PairedCounts>();
        for (int i = 0; i < 4; i++) {
            counts.add(new PairedCounts(10, 1, 10_000, 0));
        }

        var judged = judge(metric("errors", true, counts));

        assertThat(judged.metrics().getFirst().verdict()).isEqualTo(MetricJudgement.Verdict.TOO_FEW);
        assertThat(judged.verdict()).isEqualTo(Judgement.Verdict.CONTINUE);
    }

    @Test
    void aSplitThatWasNotAskedForMakesTheCountsIncomparable() {
        var split = SampleRatio.of(List.of(new SampleRatio.Stage(0.25, 18_100, 81_900)));
        var judged = ReleaseJudge.judge(
                JudgePlan.DEFAULT, List.of(metric("errors", true, release(1, 300, 5_700, 0.002, 5))), split);

        assertThat(judged.verdict()).isEqualTo(Judgement.Verdict.INVALID);
        assertThat(judged.sentence())
                .isEqualTo("The split is 18.1% and not 25.0%: counts cannot be compared (sample ratio, p < 0.001).");
    }

    @Test
    void theRatioIsNotFooledByABadHourOfBothArms() {
        var counts = new ArrayList<PairedCounts>();
        for (int i = 0; i < 400; i++) {
            boolean night = i < 200;
            long canary = night ? 1_000 : 10_000;
            long baseline = night ? 19_000 : 10_000;
            double risk = night ? 0.001 : 0.009;
            counts.add(new PairedCounts(canary, Math.round(canary * risk), baseline, Math.round(baseline * risk)));
        }

        var ratio = judge(metric("errors", true, counts)).metrics().getFirst().ratio();

        assertThat(ratio.value()).isCloseTo(1, within(0.01));
        assertThat(ratio.low()).isLessThan(1);
        assertThat(ratio.high()).isGreaterThan(1);
    }

    @Test
    void burstsTemperTheEvidence() {
        var stream = new Stream(6);
        var even = new ArrayList<PairedCounts>();
        var clumped = new ArrayList<PairedCounts>();
        for (int i = 0; i < 600; i++) {
            even.add(new PairedCounts(500, stream.binomial(500, 0.01), 500, stream.binomial(500, 0.01)));
            clumped.add(new PairedCounts(500, 4 * stream.binomial(125, 0.01), 500, 4 * stream.binomial(125, 0.01)));
        }

        assertThat(judge(metric("errors", true, even)).metrics().getFirst().dispersion())
                .isBetween(1.0, 1.6);
        assertThat(judge(metric("errors", true, clumped)).metrics().getFirst().dispersion())
                .isBetween(2.5, 6.0);
    }

    @Test
    void nothingIsPromotedBeforeTheLeastMinutesArePast() {
        var proven = release(2, 5_000, 5_000, 0.01, 1);
        int passed = judge(metric("errors", true, proven)).metrics().getFirst().decidedAt();
        var plan = JudgePlan.DEFAULT.withLeastMinutes(passed + 10);

        var early = ReleaseJudge.judge(plan, List.of(metric("errors", true, proven.subList(0, passed + 1))));
        var late = ReleaseJudge.judge(plan, List.of(metric("errors", true, proven)));

        assertThat(early.verdict()).isEqualTo(Judgement.Verdict.CONTINUE);
        assertThat(early.sentence())
                .endsWith("on the required metric; nothing is promoted before minute " + (passed + 10) + ".");
        assertThat(early.change()).startsWith("PROMOTE, in about 9 min. ROLLBACK when a guardrail fails");
        assertThat(late.verdict()).isEqualTo(Judgement.Verdict.PROMOTE);
        assertThat(late.decidedAt()).isEqualTo(passed + 10);
        assertThat(judge(metric("errors", true, proven)).decidedAt()).isEqualTo(Math.max(20, passed));
    }

    @Test
    void aCostThatRoseRollsBackAGuardrailAndAsksAPersonOtherwise() {
        var harmless = metric("errors", true, release(2, 5_000, 5_000, 0.01, 1));

        var guarded = judge(new ReleaseMetrics(List.of(harmless), List.of(), List.of(cost(true, 1))));
        var signalled = judge(new ReleaseMetrics(List.of(harmless), List.of(), List.of(cost(false, 1))));

        assertThat(guarded.verdict()).isEqualTo(Judgement.Verdict.ROLLBACK);
        assertThat(guarded.sentence())
                .matches("Cost: the canary is worse, higher by 0\\.9\\d+ \\(0\\.\\d+ to 1\\.\\d+\\)\\.");
        assertThat(guarded.decidedAt()).isEqualTo(guarded.gauges().getFirst().decidedAt());
        assertThat(signalled.verdict()).isEqualTo(Judgement.Verdict.INCONCLUSIVE);
        assertThat(signalled.sentence()).endsWith("A person decides.");
    }

    @Test
    void aReleaseIsPromotedOnlyWhenItsGaugesPassedToo() {
        var harmless = metric("errors", true, release(2, 5_000, 5_000, 0.01, 1));
        var open = new GaugeMetric("Cost", true, GaugeMetric.Worse.HIGHER, 0.5, 0.1, List.of());

        assertThat(judge(new ReleaseMetrics(List.of(harmless), List.of(), List.of(cost(true, 0))))
                        .verdict())
                .isEqualTo(Judgement.Verdict.PROMOTE);
        var waiting = judge(new ReleaseMetrics(List.of(harmless), List.of(), List.of(open)));
        assertThat(waiting.verdict()).isEqualTo(Judgement.Verdict.CONTINUE);
        assertThat(waiting.change()).startsWith("PROMOTE when Cost passed. ROLLBACK");
    }

    @Test
    void everyMetricSaysWhatWouldChangeIt() {
        var failed = judge(metric("errors", true, release(1, 300, 5_700, 0.002, 5)));
        var passed = judge(metric("errors", true, release(2, 5_000, 5_000, 0.01, 1)));
        var open = judge(metric("errors", true, release(3, 30, 300, 0.02, 1).subList(0, 20)));
        var few = judge(metric("errors", true, List.of(new PairedCounts(10, 1, 10_000, 2))));

        assertThat(change(failed)).isEqualTo("Nothing: what failed stays failed.");
        assertThat(change(passed)).matches("Evidence of harm: E is 0\\.\\d+, it fails at 100\\.");
        assertThat(change(open))
                .matches(
                        "PASS in about \\d+ (min|h|h \\d\\d|d) if it is as good as the baseline\\. FAIL in about \\d+ (min|h|h \\d\\d|d) if it is"
                                + " twice as bad\\.");
        assertThat(change(few)).isEqualTo("Bad events: there are 3, nothing is said below 5.");
        assertThat(failed.change()).startsWith("Nothing that is still counted");
    }

    private static String change(Judgement judgement) {
        return JudgeChanges.of(judgement.metrics().getFirst(), JudgePlan.DEFAULT);
    }

    private static Judgement judge(ReleaseMetrics metrics) {
        return ReleaseJudge.judge(JudgePlan.DEFAULT, metrics, SampleRatio.NOT_CHECKED);
    }

    private static GaugeMetric cost(boolean critical, double more) {
        var random = new java.util.SplittableRandom(7);
        var minutes = new ArrayList<GaugeMetric.Means>();
        for (int i = 0; i < 600; i++) {
            minutes.add(new GaugeMetric.Means(10 + more + random.nextGaussian(), 10 + random.nextGaussian()));
        }
        return new GaugeMetric("Cost", critical, GaugeMetric.Worse.HIGHER, 0.5, 0.1, minutes);
    }

    @Test
    void oneBurstInTheFirstMinutesIsNoHarm() {
        var burst = List.of(
                new PairedCounts(50, 0, 950, 7),
                new PairedCounts(50, 0, 950, 1),
                new PairedCounts(50, 8, 950, 0),
                new PairedCounts(50, 0, 950, 2));

        var errors = judge(metric("errors", true, burst)).metrics().getFirst();

        assertThat(errors.logWorse()).isGreaterThan(errors.worseLine());
        assertThat(errors.verdict()).isEqualTo(MetricJudgement.Verdict.CONTINUE);
        assertThat(JudgeChanges.of(errors, JudgePlan.DEFAULT)).startsWith("More minutes: so far one burst");
    }

    @Test
    void falseFindingsAmongSignalsAreHeldDown() {
        assertThat(discovered(50, 3, 1.2, 200, 18, .1)).containsExactly(200.0);
        assertThat(discovered(120, 3, 1.2, 200, 61, .1)).containsExactlyInAnyOrder(120.0, 200.0, 61.0);
    }

    private static List<Double> discovered(double... evidence) {
        return ReleaseJudge.discoveries(
                        java.util.Arrays.stream(evidence).map(Math::log).boxed().toList(), Math.log(1 / 0.05))
                .stream()
                .map(it -> Math.rint(Math.exp(it) * 10) / 10)
                .toList();
    }

    private static Judgement judge(EventMetric... metrics) {
        return ReleaseJudge.judge(JudgePlan.DEFAULT, List.of(metrics));
    }

    private static EventMetric metric(String name, boolean critical, List<PairedCounts> counts) {
        return new EventMetric(name, critical, EventMetric.MARGIN, counts);
    }

    private static List<PairedCounts> release(long seed, int canary, int baseline, double risk, double ratio) {
        var stream = new Stream(seed);
        var counts = new ArrayList<PairedCounts>();
        for (int i = 0; i < 120; i++) {
            counts.add(new PairedCounts(
                    canary, stream.binomial(canary, risk * ratio), baseline, stream.binomial(baseline, risk)));
        }
        return counts;
    }

    /// The stream of methods, appendix B.
    private static final class Stream {
        private long state;

        Stream(long seed) {
            state = seed;
        }

        long binomial(int n, double p) {
            long hits = 0;
            for (int i = 0; i < n; i++) {
                state = state * 6364136223846793005L + 1442695040888963407L;
                hits += (state >>> 11) * 0x1.0p-53 < p ? 1 : 0;
            }
            return hits;
        }
    }
}
