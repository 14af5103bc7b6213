package jml.core.judge;

import java.util.List;

/// An event metric of a release: something that a request does or does not, counted in both arms.
///
/// @param critical a guardrail: when the canary is worse here, it goes back. Others pause a release and ask a person
/// @param margin odds ratio that the canary must prove to stay below; above 1
/// @param intervals one-minute counts, oldest first
public record EventMetric(String name, boolean critical, double margin, List<PairedCounts> intervals) {
    /// Errors are rare, and a half more of them is hard to see.
    public static final double MARGIN = 1.5;

    /// Disagreements are many, so that less of them can be told apart.
    public static final double DISAGREEMENT_MARGIN = 1.2;

    private static final double MOST_FORGIVEN = 1.25;

    public EventMetric {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a metric needs a name");
        }
        if (!(margin > 1) || Double.isInfinite(margin)) {
            throw new IllegalArgumentException("margin of " + name + " is " + margin + ": it must be above 1");
        }
        intervals = List.copyOf(intervals);
    }

    /// Ratio of risks below which a difference, however certain, is no harm: half of what the margin allows, and never
    /// more than a quarter. A canary within its margin is good enough, also where it is certainly not as good.
    double leastHarm(JudgePlan plan) {
        return Math.max(plan.leastRatio(), Math.min(MOST_FORGIVEN, (1 + margin) / 2));
    }
}
