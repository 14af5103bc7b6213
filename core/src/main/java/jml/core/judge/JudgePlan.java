package jml.core.judge;

/// What a release must prove before the judge speaks (methods §2.7, §2.11).
///
/// @param alpha share of harmless releases that may ever be called harmful by any critical metric
/// @param signalAlpha share of false findings among the metrics that are not critical
/// @param beta share of harmful releases that may ever be called harmless by one metric
/// @param leastEvents bad events without which nothing is decided: of both arms for harm, of the baseline for health
/// @param leastRatio ratio of risks below which a difference, however certain, is no harm
/// @param leastMinutes before which no release is promoted, whatever was proven
/// @param ended true when the planned time is over, so that what is undecided is for a person
public record JudgePlan(
        double alpha,
        double signalAlpha,
        double beta,
        long leastEvents,
        double leastRatio,
        int leastMinutes,
        boolean ended) {
    /// Two blocks of [Dispersion] are the least from which bursts on one arm show.
    public static final JudgePlan DEFAULT = new JudgePlan(0.01, 0.05, 0.05, 5, 1.1, 2 * Dispersion.BLOCK, false);

    public JudgePlan {
        share("alpha", alpha);
        share("signalAlpha", signalAlpha);
        share("beta", beta);
        if (leastEvents < 0 || !(leastRatio >= 1) || leastMinutes < 0) {
            throw new IllegalArgumentException(
                    "at least " + leastEvents + " events, a ratio of " + leastRatio + ", " + leastMinutes + " min");
        }
    }

    private static void share(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " is " + value + ": it must lie between 0 and 1");
        }
    }

    public JudgePlan withAlpha(double critical) {
        return new JudgePlan(critical, signalAlpha, beta, leastEvents, leastRatio, leastMinutes, ended);
    }

    public JudgePlan withLeastMinutes(int minutes) {
        return new JudgePlan(alpha, signalAlpha, beta, leastEvents, leastRatio, minutes, ended);
    }

    public JudgePlan over() {
        return new JudgePlan(alpha, signalAlpha, beta, leastEvents, leastRatio, leastMinutes, true);
    }
}
