package jml.core.judge;

/// The risk ratio of canary and baseline over intervals, each compared within itself: a ramp, or a bad hour of both
/// arms, does not distort it (methods §2.7). Not safe for several threads.
final class MantelHaenszel {
    private double up;
    private double down;

    void add(PairedCounts counts) {
        if (counts.all() > 0) {
            up += (double) counts.canaryBad() * counts.baseline() / counts.all();
            down += (double) counts.baselineBad() * counts.canary() / counts.all();
        }
    }

    /// NaN while the baseline had no bad event.
    double ratio() {
        return down == 0 ? Double.NaN : up / down;
    }
}
