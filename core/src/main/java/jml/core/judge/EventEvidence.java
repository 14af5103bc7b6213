package jml.core.judge;

import java.util.List;

/// Evidence on one event metric, gathered interval by interval: two e-processes, which may be looked at whenever one
/// likes (Ville's inequality) and do not mind how traffic, its split or the error rate change over time (methods §2.7).
/// That of harm is kept a second time, allowing for bad events that come in clumps: this holds from the first interval
/// on, when nobody can know of clumps yet. Not safe for several threads.
final class EventEvidence {
    /// Odds ratios that a bad canary may have; the evidence is their mean.
    private static final double[] LOG_RATIOS = logs(1.25, 1.5, 2, 3, 5, 10, 20);

    private static final List<ClumpedSplit> CLUMPS =
            List.of(new ClumpedSplit(2), new ClumpedSplit(4), new ClumpedSplit(8), new ClumpedSplit(16));

    /// What is believed of "no clumps" before the first interval; the rest goes to the clumps, each alike. Dear clumps
    /// would make harm that comes evenly wait.
    private static final double EVEN = 0.8;

    private static final double LOG_EVEN = Math.log(EVEN);
    private static final double LOG_CLUMPED = Math.log((1 - EVEN) / CLUMPS.size());

    private final double logMargin;
    private final double[] worse = new double[LOG_RATIOS.length];
    private double within;

    // By clumps: ln of the probability of all splits against that of chance, by odds ratio and with arms alike.
    private final double[][] clumpedWorse = new double[CLUMPS.size()][LOG_RATIOS.length];
    private final double[] clumpedAlike = new double[CLUMPS.size()];

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
        addClumped(odds.counts(), odds.logProbability(odds.seen()));
    }

    private void addClumped(PairedCounts counts, double logChance) {
        for (int clump = 0; clump < CLUMPS.size(); clump++) {
            var split = CLUMPS.get(clump);
            for (int i = 0; i < LOG_RATIOS.length; i++) {
                clumpedWorse[clump][i] += split.logProbability(counts, LOG_RATIOS[i]) - logChance;
            }
            clumpedAlike[clump] += split.logProbability(counts, 0) - logChance;
        }
    }

    /// ln E against "the canary was worse in no interval".
    double logWorse() {
        return LogSum.ofMean(worse);
    }

    /// ln E against "the canary's odds are at least the margin times the baseline's".
    double logWithin() {
        return within;
    }

    /// ln E against "the canary was worse in no interval, however bad events clump": a harmless release is held to come
    /// from the clumps under which it is least surprising, so that a burst that lands in the canary is no harm.
    double logWorseThanClumps() {
        var logs = new double[CLUMPS.size() + 1];
        logs[0] = LOG_EVEN + logWorse();
        double alike = 0;
        for (int clump = 0; clump < CLUMPS.size(); clump++) {
            logs[clump + 1] = LOG_CLUMPED + LogSum.ofMean(clumpedWorse[clump]);
            alike = Math.max(alike, clumpedAlike[clump]);
        }
        return LogSum.of(logs) - alike;
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
