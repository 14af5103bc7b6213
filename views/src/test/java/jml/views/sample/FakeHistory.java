package jml.views.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import jml.core.metric.LabelSet;
import jml.core.metric.MetricHistory;
import jml.core.metric.Series;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.core.source.SourceException;
import org.jspecify.annotations.Nullable;

/// A seeded walk for every line: calm, and for a canary's fidelity a fall in the last third.
public final class FakeHistory implements MetricHistory {
    public int asked;
    public @Nullable SourceException failure;

    @Override
    public Series series(ModelKey model, Arm arm, Sli sli, Instant from, Instant to, Duration step)
            throws SourceException {
        asked++;
        if (failure != null) {
            throw failure;
        }
        var n = (int) (Duration.between(from, to).dividedBy(step)) + 1;
        var times = new long[n];
        var values = new double[n];
        var walk = new Random(model.hashCode() + 31L * arm.ordinal() + sli.ordinal());
        for (var i = 0; i < n; i++) {
            times[i] = from.plus(step.multipliedBy(i)).toEpochMilli();
            values[i] = value(arm, sli, i / (double) (n - 1), walk.nextDouble() - 0.5);
        }
        return new Series(LabelSet.of(Map.of()), times, values, step);
    }

    private static double value(Arm arm, Sli sli, double x, double noise) {
        return switch (sli) {
            case FIDELITY ->
                arm == Arm.CANARY
                        ? 0.982 - 0.075 * Math.clamp((x - 0.65) * 5, 0, 1) + noise * 0.004
                        : 0.984 + noise * 0.003;
            case SUCCESS -> 0.9997 + noise * 0.0004;
            case LATENCY_P95 -> 0.06 + noise * 0.01;
            default -> 0.6 + noise * 0.1;
        };
    }
}
