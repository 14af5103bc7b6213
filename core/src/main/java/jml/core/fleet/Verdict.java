package jml.core.fleet;

import jml.core.metric.Objective;
import jml.core.metric.Sli;

/// What one figure says about one objective.
enum Verdict {
    HOLDS,
    MISSED,
    /// Fewer events than it takes, and those there are prove nothing; or a bound that lies on the allowed side.
    TOO_LITTLE,
    NO_TRAFFIC,
    NO_DATA,
    /// Older than two intervals: what it says of now is unknown.
    STALE,
    /// This figure is not measured at all.
    ABSENT;

    /// A miss by fewer events than the objective asks for counts when chance alone explains it less often than this.
    private static final double ALMOST_NEVER = 0.001;

    static Verdict of(Objective objective, Figures figures, int subject, int freshSeconds) {
        var sli = objective.sli();
        var presence = figures.presence(subject, sli);
        if (!presence.measured()) {
            return switch (presence) {
                case NO_TRAFFIC -> NO_TRAFFIC;
                case NO_DATA -> NO_DATA;
                default -> ABSENT;
            };
        }
        if (figures.ageSeconds(subject, sli) > freshSeconds) {
            return STALE;
        }
        double value = figures.value(subject, sli);
        boolean holds = objective.holds(value);
        if (presence == Presence.OVER_RANGE && holds && objective.high() != Double.POSITIVE_INFINITY) {
            return TOO_LITTLE;
        }
        long samples = figures.samples(subject, sli);
        if (samples < 0 || samples >= objective.minSamples()) {
            return holds ? HOLDS : MISSED;
        }
        return !holds && proven(objective, value, samples) ? MISSED : TOO_LITTLE;
    }

    // A total outage of a model that is asked once a minute must not wait for a thousand requests.
    private static boolean proven(Objective objective, double value, long samples) {
        double bad;
        double allowed;
        switch (objective.sli()) {
            case SUCCESS, FIDELITY -> {
                bad = 1 - value;
                allowed = 1 - objective.low();
            }
            case MISSING_FEATURES, COLD_STARTS, TIMEOUTS, RETRIES -> {
                bad = value;
                allowed = objective.high();
            }
            default -> {
                return false;
            }
        }
        return atLeast(Math.round(bad * samples), samples, allowed) < ALMOST_NEVER;
    }

    /// Probability of `bad` or more bad events out of `n` when each is bad with probability `p` (exact binomial tail).
    static double atLeast(long bad, long n, double p) {
        if (bad <= 0 || p >= 1) {
            return 1;
        }
        if (p <= 0) {
            return 0;
        }
        double log = n * Math.log1p(-p);
        double below = Math.exp(log);
        for (long k = 1; k < bad; k++) {
            log += Math.log((double) (n - k + 1) / k) + Math.log(p) - Math.log1p(-p);
            below += Math.exp(log);
        }
        return Math.max(0, 1 - below);
    }

    /// Utilisation and cost are money and headroom: outside their line they ask for attention, and wake nobody.
    static boolean breaches(Sli sli) {
        return sli != Sli.UTILISATION && sli != Sli.COST;
    }
}
