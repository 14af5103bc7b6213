package jml.core.judge;

/// Evidence on one event metric, gathered interval by interval: two e-processes, which may be looked at whenever one
/// likes (Ville's inequality) and do not mind how traffic, its split or the error rate change over time (methods §2.7).
/// Not safe for several threads.
final class EventEvidence {
    /// Odds ratios that a bad canary may have; the evidence is their mean.
    private static final double[] LOG_RATIOS = logs(1.25, 1.5, 2, 3, 5, 10, 20);

    private final double logMargin;
    private final double[] worse = new double[LOG_RATIOS.length];
    private double within;

    /// @param margin odds ratio that the canary must prove to stay below; above 1
    EventEvidence(double margin) {
        if (!(margin > 1)) {
            throw new IllegalArgumentException(
                    "a margin of " + margin + " leaves nothing to prove: it must be above 1");
        }
        this.logMargin = Math.log(margin);
    }

    private static double[] logs(double... ratios) {
        var logs = new double[ratios.length];
        for (int i = 0; i < ratios.length; i++) {
            logs[i] = Math.log(ratios[i]);
        }
        return logs;
    }

    void add(ConditionalOdds odds) {
        if (odds.empty()) {
            return;
        }
        for (int i = 0; i < LOG_RATIOS.length; i++) {
            worse[i] += odds.seen() * LOG_RATIOS[i] - odds.logMoment(LOG_RATIOS[i]);
        }
        within += odds.logMoment(logMargin) - odds.seen() * logMargin;
    }

    /// ln E against "the canary was worse in no interval".
    double logWorse() {
        return LogSum.ofMean(worse);
    }

    /// ln E against "the canary's odds are at least the margin times the baseline's".
    double logWithin() {
        return within;
    }

    /// ln E against "the odds ratio is at most exp(logRatio)", over all intervals at once; with `sign` −1 against "at
    /// least".
    static double logBeyond(Iterable<ConditionalOdds> intervals, double logRatio, int sign) {
        var logs = new double[LOG_RATIOS.length];
        for (var odds : intervals) {
            if (odds.empty()) {
                continue;
            }
            double base = odds.logMoment(logRatio);
            for (int i = 0; i < logs.length; i++) {
                double step = sign * LOG_RATIOS[i];
                logs[i] += odds.seen() * step - odds.logMoment(logRatio + step) + base;
            }
        }
        return LogSum.ofMean(logs);
    }
}
