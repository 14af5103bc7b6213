package jml.bench.judges;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import jml.core.judge.ConfidenceSequence;
import jml.core.judge.EventMetric;
import jml.core.judge.JudgePlan;
import jml.core.judge.MetricJudgement;
import jml.core.judge.PairedCounts;
import jml.core.judge.ReleaseJudge;
import jml.core.judge.argo.ArgoAnalysis;
import jml.core.judge.argo.ArgoMetric;
import jml.core.judge.argo.Condition;
import jml.core.judge.argo.ConditionException;
import jml.core.judge.argo.Measurement;
import jml.core.judge.argo.Phase;
import jml.core.judge.flagger.FlaggerAnalysis;
import jml.core.judge.flagger.FlaggerMetric;
import jml.core.judge.kayenta.KayentaJudge;
import jml.core.judge.kayenta.KayentaMetric;

/// A judge as the table has it.
///
/// @param failedAt minute in which it would send the canary back; 0 when it never would
/// @param passes true for judges that can also call a canary good
record Contender(String name, ToIntFunction<List<PairedCounts>> failedAt, boolean passes, JudgePlan plan) {
    private static final double Z_95 = 1.959963984540054;
    private static final int GROWTHBOOK_TUNED = 5_000;
    private static final int LEAST = 150;
    private static final int HOUR = 60;

    static List<Contender> all() {
        return List.of(
                own(0.01),
                own(0.05),
                other("GrowthBook sequential, pooled, α=.05", Contender::growthBook),
                other("z-test peeked every minute, α=.05", Contender::peeked),
                other("Kayenta hourly, 60 one-minute points", Contender::kayenta),
                other("Flagger 1m success<99% x5", Contender::flagger),
                other("Argo 5m success<99%, failureLimit 2", Contender::argo));
    }

    private static Contender own(double alpha) {
        var plan = JudgePlan.DEFAULT.withAlpha(alpha);
        return new Contender("jml α=" + alpha, day -> decided(plan, day, MetricJudgement.Verdict.FAIL), true, plan);
    }

    private static Contender other(String name, ToIntFunction<List<PairedCounts>> failedAt) {
        return new Contender(name, failedAt, false, JudgePlan.DEFAULT);
    }

    static int decided(JudgePlan plan, List<PairedCounts> day, MetricJudgement.Verdict verdict) {
        var decision = ReleaseJudge.decision(plan, new EventMetric("errors", true, EventMetric.MARGIN, day));
        return decision.verdict() == verdict ? decision.decidedAt() : 0;
    }

    private static int growthBook(List<PairedCounts> day) {
        return firstPooled(day, total -> {
            double canary = (double) total.canaryBad() / total.canary();
            double baseline = (double) total.baselineBad() / total.baseline();
            double error =
                    Math.sqrt(canary * (1 - canary) / total.canary() + baseline * (1 - baseline) / total.baseline());
            return canary - baseline > ConfidenceSequence.half(error, total.all(), 0.05, GROWTHBOOK_TUNED) ? 1 : 0;
        });
    }

    private static int peeked(List<PairedCounts> day) {
        return firstPooled(day, total -> {
            double pooled = (double) total.bad() / total.all();
            double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / total.canary() + 1.0 / total.baseline()));
            double difference =
                    (double) total.canaryBad() / total.canary() - (double) total.baselineBad() / total.baseline();
            return error > 0 && difference > Z_95 * error ? 1 : 0;
        });
    }

    private static int firstPooled(List<PairedCounts> day, ToIntFunction<PairedCounts> fires) {
        var total = new PairedCounts(0, 0, 0, 0);
        for (int minute = 0; minute < day.size(); minute++) {
            total = total.plus(day.get(minute));
            if (total.canary() >= LEAST && total.bad() > 0 && fires.applyAsInt(total) > 0) {
                return minute + 1;
            }
        }
        return 0;
    }

    private static int kayenta(List<PairedCounts> day) {
        for (int from = 0; from + HOUR <= day.size(); from += HOUR) {
            var hour = day.subList(from, from + HOUR);
            var metric = KayentaMetric.of(
                    "errors",
                    hour.stream()
                            .mapToDouble(it -> (double) it.baselineBad() / it.baseline())
                            .toArray(),
                    hour.stream()
                            .mapToDouble(it -> (double) it.canaryBad() / it.canary())
                            .toArray());
            var scored =
                    KayentaJudge.judge(List.of(metric), Map.of("", 100.0), new KayentaJudge.Thresholds(95, 75), false);
            if (scored.metrics().getFirst().classification() == KayentaMetric.Classification.HIGH) {
                return from + HOUR;
            }
        }
        return 0;
    }

    private static int flagger(List<PairedCounts> day) {
        var values = day.stream()
                .map(it -> 100 - 100.0 * it.canaryBad() / it.canary())
                .toList();
        var run = new FlaggerAnalysis(FlaggerAnalysis.INTERVAL, 5, day.size() + 1)
                .run(List.of(new FlaggerMetric(FlaggerMetric.SUCCESS_RATE, 99, Double.POSITIVE_INFINITY, values)));
        return run.outcome() == FlaggerAnalysis.Outcome.ROLLED_BACK ? run.checks() : 0;
    }

    private static final java.time.Duration FIVE = java.time.Duration.ofMinutes(5);

    private static int argo(List<PairedCounts> day) {
        var measurements = new ArrayList<Measurement>();
        for (int from = 0; from + 5 <= day.size(); from += 5) {
            var sum = day.subList(from, from + 5).stream().reduce(new PairedCounts(0, 0, 0, 0), PairedCounts::plus);
            measurements.add(new Measurement.Value(1 - (double) sum.canaryBad() / sum.canary()));
        }
        var run = ArgoAnalysis.run(List.of(new ArgoAnalysis.Series(ARGO, measurements)), false);
        int taken = run.metrics().getFirst().count();
        return run.phase() == Phase.FAILED ? taken * 5 : 0;
    }

    private static final ArgoMetric ARGO = success();

    private static ArgoMetric success() {
        try {
            return new ArgoMetric(
                    "success", Condition.of("result >= 0.99"), null, new ArgoMetric.Limits(2, 0, 4, 0), 0, FIVE, false);
        } catch (ConditionException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
