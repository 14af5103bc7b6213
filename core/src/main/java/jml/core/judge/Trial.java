package jml.core.judge;

import java.util.ArrayList;
import java.util.List;

/// One metric while its intervals are gone through in order.
final class Trial {
    /// Intervals by whose mean the time to a decision is told.
    private static final int RECENT = 60;

    private static final double TWICE = Math.log(2);

    private final EventMetric metric;
    private final JudgePlan plan;
    private final double worseLine;
    private final EventEvidence evidence;
    private final Dispersion dispersion = new Dispersion();
    private final List<ConditionalOdds> odds = new ArrayList<>();
    private final double[] path;
    private PairedCounts total = new PairedCounts(0, 0, 0, 0);
    private final MantelHaenszel compared = new MantelHaenszel();
    private MetricJudgement.Verdict verdict = MetricJudgement.Verdict.CONTINUE;
    private int decidedAt;

    /// @param worseLine ln of the evidence at which a critical metric fails
    Trial(EventMetric metric, JudgePlan plan, double worseLine) {
        this.metric = metric;
        this.plan = plan;
        this.worseLine = worseLine;
        this.evidence = new EventEvidence(metric.margin());
        this.path = new double[metric.intervals().size()];
    }

    int intervals() {
        return path.length;
    }

    boolean critical() {
        return metric.critical();
    }

    boolean failed() {
        return verdict == MetricJudgement.Verdict.FAIL;
    }

    boolean passed() {
        return verdict == MetricJudgement.Verdict.PASS;
    }

    /// Takes interval `at` and decides what can be decided by this metric alone.
    void step(int at) {
        if (at >= path.length) {
            return;
        }
        var counts = metric.intervals().get(at);
        var split = ConditionalOdds.of(counts);
        odds.add(split);
        evidence.add(split);
        dispersion.add(counts);
        total = total.plus(counts);
        compared.add(counts);
        path[at] = logWorse();
        if (critical() && logWorse() >= worseLine) {
            fail();
        }
        if (verdict == MetricJudgement.Verdict.CONTINUE
                && logWithin() >= -Math.log(plan.beta())
                && total.baselineBad() >= plan.leastEvents()) {
            decide(MetricJudgement.Verdict.PASS);
        }
    }

    /// The evidence is enough; it is harm when the difference is, too, and a burst that fell on the canary would not
    /// be.
    void fail() {
        // Without a bad event of the baseline there is no ratio, and whatever the canary does wrong is more.
        boolean small = compared.ratio() < metric.leastHarm(plan);
        if (!failed() && total.bad() >= plan.leastEvents() && !small && clumpsRefuted()) {
            decide(MetricJudgement.Verdict.FAIL);
        }
    }

    // With clumps twice as many harmless releases may fail (methods §2.13): the dispersion, which is known only
    // once there are blocks, does the rest.
    private boolean clumpsRefuted() {
        return evidence.logWorseThanClumps() >= worseLine - TWICE;
    }

    private void decide(MetricJudgement.Verdict found) {
        verdict = found;
        decidedAt = odds.size();
    }

    Decision decision() {
        return new Decision(verdict, decidedAt);
    }

    double logWorse() {
        return evidence.logWorse() / dispersion.value();
    }

    private double logWithin() {
        return evidence.logWithin() / dispersion.value();
    }

    MetricJudgement judgement() {
        boolean open = decidedAt == 0;
        boolean few = open && total.bad() < plan.leastEvents();
        return new MetricJudgement(
                metric,
                few ? MetricJudgement.Verdict.TOO_FEW : verdict,
                total,
                Ratio.of(metric.intervals(), odds, plan.signalAlpha(), dispersion.value()),
                logWorse(),
                worseLine,
                logWithin(),
                -Math.log(plan.beta()),
                dispersion.value(),
                decidedAt,
                clumpsRefuted(),
                open ? minutes(-Math.log(plan.beta()) - logWithin(), gainWhenEqual()) : Double.NaN,
                open ? minutes(worseLine - logWorse(), gainWhenTwiceAsBad()) : Double.NaN,
                path);
    }

    // At each look the expected growth of ln E is what the last hour's counts would give on average.
    private double minutes(double missing, double gain) {
        return gain > 0 ? Math.max(0, missing) * dispersion.value() / gain : Double.NaN;
    }

    private double gainWhenEqual() {
        double logMargin = Math.log(metric.margin());
        double gain = 0;
        int from = Math.max(0, odds.size() - RECENT);
        for (int at = from; at < odds.size(); at++) {
            var counts = metric.intervals().get(at);
            if (!odds.get(at).empty()) {
                gain += odds.get(at).logMoment(logMargin) - counts.bad() * counts.share() * logMargin;
            }
        }
        return odds.isEmpty() ? 0 : gain / (odds.size() - from);
    }

    private double gainWhenTwiceAsBad() {
        double gain = 0;
        int from = Math.max(0, odds.size() - RECENT);
        for (int at = from; at < odds.size(); at++) {
            var counts = metric.intervals().get(at);
            if (!odds.get(at).empty()) {
                double part = 2 * counts.share() / (1 + counts.share());
                // Were the canary twice as bad, there would be more bad events by its own surplus.
                double bad = counts.bad() * (1 + counts.share());
                gain += bad * part * TWICE - odds.get(at).logMoment(TWICE) * (1 + counts.share());
            }
        }
        return odds.isEmpty() ? 0 : gain / (odds.size() - from);
    }
}
