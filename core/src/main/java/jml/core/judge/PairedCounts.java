package jml.core.judge;

/// What canary and baseline counted in one and the same interval. Requests of one interval are taken to be
/// exchangeable between the arms: routed by chance, measured alike, without carry-over.
///
/// @param canary events of the canary, good and bad
/// @param canaryBad of them, the bad ones
/// @param baseline events of the baseline, good and bad
/// @param baselineBad of them, the bad ones
public record PairedCounts(long canary, long canaryBad, long baseline, long baselineBad) {
    public PairedCounts {
        check("canary", canary, canaryBad);
        check("baseline", baseline, baselineBad);
    }

    private static void check(String arm, long all, long bad) {
        if (bad < 0 || bad > all) {
            throw new IllegalArgumentException(arm + " counted " + bad + " bad of " + all);
        }
    }

    public long all() {
        return canary + baseline;
    }

    public long bad() {
        return canaryBad + baselineBad;
    }

    /// The part of the events that the canary got; NaN without events.
    public double share() {
        return (double) canary / all();
    }

    public PairedCounts plus(PairedCounts other) {
        return new PairedCounts(
                canary + other.canary,
                canaryBad + other.canaryBad,
                baseline + other.baseline,
                baselineBad + other.baselineBad);
    }
}
