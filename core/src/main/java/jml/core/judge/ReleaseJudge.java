package jml.core.judge;

import java.util.Comparator;
import java.util.List;

/// Judges a canary by its event metrics. It may be asked every minute, and its promised error rates hold all the same:
/// critical metrics share `alpha` (Bonferroni), the others are told apart by e-BH at `signalAlpha` (methods §2.11).
/// Pure: the same intervals give the same verdict, now or in a year.
public final class ReleaseJudge {
    private ReleaseJudge() {}

    public static Judgement judge(JudgePlan plan, List<EventMetric> metrics) {
        return judge(plan, metrics, SampleRatio.NOT_CHECKED);
    }

    /// @param split how traffic was split against how it was asked to be; a mismatch makes the release unjudgeable
    public static Judgement judge(JudgePlan plan, List<EventMetric> metrics, SampleRatio split) {
        long guardrails = metrics.stream().filter(EventMetric::critical).count();
        double line = Math.log(Math.max(1, guardrails) / plan.alpha());
        var trials = metrics.stream()
                .map(metric -> new Trial(metric, plan, metric.critical() ? line : -Math.log(plan.signalAlpha())))
                .toList();
        var signals = trials.stream().filter(trial -> !trial.critical()).toList();
        int intervals =
                metrics.stream().mapToInt(it -> it.intervals().size()).max().orElse(0);
        for (int at = 0; at < intervals; at++) {
            for (var trial : trials) {
                trial.step(at);
            }
            discovered(signals, plan.signalAlpha()).forEach(Trial::fail);
        }
        var verdict = verdict(plan, trials, split);
        var found = trials.stream().map(Trial::judgement).toList();
        return new Judgement(verdict, JudgeSentences.of(verdict, found, split), found);
    }

    /// When a metric would have been decided as the only guardrail of a release. Quicker than a judgement: for
    /// comparing judges over many releases.
    public static Decision decision(JudgePlan plan, EventMetric metric) {
        var trial = new Trial(metric, plan, -Math.log(plan.alpha()));
        for (int at = 0; at < metric.intervals().size() && !trial.failed(); at++) {
            trial.step(at);
        }
        return trial.decision();
    }

    private static Judgement.Verdict verdict(JudgePlan plan, List<Trial> trials, SampleRatio split) {
        if (split.mismatch()) {
            return Judgement.Verdict.INVALID;
        }
        if (trials.stream().anyMatch(trial -> trial.critical() && trial.failed())) {
            return Judgement.Verdict.ROLLBACK;
        }
        if (trials.stream().anyMatch(Trial::failed)) {
            return Judgement.Verdict.INCONCLUSIVE;
        }
        var required = trials.stream().filter(Trial::critical).toList();
        if (required.isEmpty()) {
            required = trials;
        }
        if (!required.isEmpty() && required.stream().allMatch(Trial::passed)) {
            return Judgement.Verdict.PROMOTE;
        }
        return plan.ended() ? Judgement.Verdict.INCONCLUSIVE : Judgement.Verdict.CONTINUE;
    }

    private static List<Trial> discovered(List<Trial> signals, double alpha) {
        var evidence = signals.stream().map(Trial::logWorse).toList();
        double least = discoveries(evidence, -Math.log(alpha)).stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return signals.stream().filter(it -> it.logWorse() >= least).toList();
    }

    /// e-BH: of K logarithms of evidence the k largest, for the largest k whose last one has k · e ≥ K ÷ α; right
    /// whatever depends on whatever.
    static List<Double> discoveries(List<Double> evidence, double line) {
        var strongest = evidence.stream().sorted(Comparator.reverseOrder()).toList();
        int most = 0;
        for (int k = 1; k <= strongest.size(); k++) {
            if (Math.log(k) + strongest.get(k - 1) >= line + Math.log(strongest.size())) {
                most = k;
            }
        }
        return strongest.subList(0, most);
    }
}
