package jml.core.judge;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Judges a canary. It may be asked every minute, and its promised error rates hold all the same: critical metrics
/// share `alpha` (Bonferroni), the others are told apart by e-BH at `signalAlpha` (methods §2.11); gauges that are not
/// critical share `signalAlpha` with them. Pure: the same intervals give the same verdict, now or in a year.
public final class ReleaseJudge {
    private ReleaseJudge() {}

    public static Judgement judge(JudgePlan plan, List<EventMetric> metrics) {
        return judge(plan, metrics, SampleRatio.NOT_CHECKED);
    }

    public static Judgement judge(JudgePlan plan, List<EventMetric> metrics, SampleRatio split) {
        return judge(plan, ReleaseMetrics.of(metrics), split);
    }

    /// @param split how traffic was split against how it was asked to be; a mismatch makes the release unjudgeable
    public static Judgement judge(JudgePlan plan, ReleaseMetrics metrics, SampleRatio split) {
        var counted = metrics.counted();
        var gauges = metrics.gauges();
        long guardrails = counted.stream().filter(EventMetric::critical).count()
                + gauges.stream().filter(GaugeMetric::critical).count();
        long signals = counted.size() + gauges.size() - guardrails;
        double line = Math.log(Math.max(1, guardrails) / plan.alpha());
        var trials = counted.stream()
                .map(metric -> new Trial(metric, plan, metric.critical() ? line : -Math.log(plan.signalAlpha())))
                .toList();
        run(plan, trials);
        int minutes = Math.max(
                trials.stream().mapToInt(Trial::intervals).max().orElse(0),
                gauges.stream().mapToInt(it -> it.minutes().size()).max().orElse(0));
        var found = new Finding(
                trials.stream().map(Trial::judgement).toList(),
                gauges.stream()
                        .map(it -> GaugeTrial.judge(
                                it, plan, it.critical() ? plan.alpha() / guardrails : plan.signalAlpha() / signals))
                        .toList(),
                minutes);
        return found.judgement(plan, split);
    }

    private static void run(JudgePlan plan, List<Trial> trials) {
        var signals = trials.stream().filter(trial -> !trial.critical()).toList();
        int intervals = trials.stream().mapToInt(Trial::intervals).max().orElse(0);
        for (int at = 0; at < intervals; at++) {
            for (var trial : trials) {
                trial.step(at);
            }
            discovered(signals, plan.signalAlpha()).forEach(Trial::fail);
        }
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

    /// What each metric says for itself.
    private record Finding(List<MetricJudgement> metrics, List<GaugeJudgement> gauges, int minutes) {
        private record Said(boolean critical, MetricJudgement.Verdict verdict, int decidedAt) {
            boolean is(MetricJudgement.Verdict asked) {
                return verdict == asked;
            }
        }

        private List<Said> said() {
            return Stream.concat(
                            metrics.stream().map(it -> new Said(it.metric().critical(), it.verdict(), it.decidedAt())),
                            gauges.stream().map(it -> new Said(it.metric().critical(), it.verdict(), it.decidedAt())))
                    .toList();
        }

        Judgement judgement(JudgePlan plan, SampleRatio split) {
            var verdict = verdict(plan, split);
            return new Judgement(
                    verdict,
                    JudgeSentences.of(verdict, metrics, gauges, split, plan, minutes),
                    JudgeChanges.of(verdict, metrics, gauges, plan, minutes),
                    decidedAt(verdict, plan),
                    metrics,
                    gauges);
        }

        private Judgement.Verdict verdict(JudgePlan plan, SampleRatio split) {
            var said = said();
            if (split.mismatch()) {
                return Judgement.Verdict.INVALID;
            }
            if (said.stream().anyMatch(it -> it.critical && it.is(MetricJudgement.Verdict.FAIL))) {
                return Judgement.Verdict.ROLLBACK;
            }
            if (said.stream().anyMatch(it -> it.is(MetricJudgement.Verdict.FAIL))) {
                return Judgement.Verdict.INCONCLUSIVE;
            }
            if (!said.isEmpty()
                    && required().allMatch(it -> it.is(MetricJudgement.Verdict.PASS))
                    && minutes >= plan.leastMinutes()) {
                return Judgement.Verdict.PROMOTE;
            }
            return plan.ended() ? Judgement.Verdict.INCONCLUSIVE : Judgement.Verdict.CONTINUE;
        }

        // Guardrails; where there are none, all.
        private Stream<Said> required() {
            var said = said();
            boolean none = said.stream().noneMatch(Said::critical);
            return said.stream().filter(it -> none || it.critical);
        }

        private int decidedAt(Judgement.Verdict verdict, JudgePlan plan) {
            return switch (verdict) {
                case ROLLBACK ->
                    decided(said().stream().filter(it -> it.critical && it.is(MetricJudgement.Verdict.FAIL)))
                            .min()
                            .orElse(0);
                case PROMOTE ->
                    Math.max(plan.leastMinutes(), decided(required()).max().orElse(0));
                case CONTINUE, INCONCLUSIVE, INVALID -> 0;
            };
        }

        private static IntStream decided(Stream<Said> said) {
            return said.mapToInt(Said::decidedAt);
        }
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
