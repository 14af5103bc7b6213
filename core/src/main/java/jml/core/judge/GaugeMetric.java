package jml.core.judge;

import java.util.List;

/// A metric of which only a mean a minute is known in each arm: a KPI, milliseconds a token, cost a prediction.
///
/// @param critical a guardrail
/// @param worse the direction in which the canary would be worse
/// @param margin how much worse, in the metric's unit, the canary must prove not to be; above 0
/// @param leastEffect difference in the metric's unit below which a difference, however certain, is no harm
/// @param minutes one-minute means of both arms, oldest first; NaN where an arm had none
public record GaugeMetric(
        String name, boolean critical, Worse worse, double margin, double leastEffect, List<Means> minutes) {
    /// Which change is bad.
    public enum Worse {
        HIGHER,
        LOWER
    }

    /// Means of one minute.
    public record Means(double canary, double baseline) {
        boolean known() {
            return Double.isFinite(canary) && Double.isFinite(baseline);
        }
    }

    public GaugeMetric {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a metric needs a name");
        }
        if (!(margin > 0) || !(leastEffect >= 0)) {
            throw new IllegalArgumentException(
                    "margin of " + name + " is " + margin + ", its least effect " + leastEffect);
        }
        minutes = List.copyOf(minutes);
    }
}
