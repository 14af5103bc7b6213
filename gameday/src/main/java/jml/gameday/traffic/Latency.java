package jml.gameday.traffic;

/// How long requests take: most are log-normal around a median, a few take a slow path and need about twice as long.
final class Latency {
    static final double SLOW_SHARE = 0.06;
    private static final double SLOW_FACTOR = 2.2;
    private static final double SIGMA = 0.35;

    /// p95 of both together, in medians.
    static final double P95_IN_MEDIANS = p95InMedians();

    private Latency() {}

    /// Share of the ordinary requests that take at most `seconds`.
    static double fast(double median, double seconds) {
        return normal(Math.log(seconds / median) / SIGMA);
    }

    /// Share of the slow ones that do.
    static double slow(double median, double seconds) {
        return fast(median * SLOW_FACTOR, seconds);
    }

    /// Mean of all.
    static double mean(double median) {
        return median * Math.exp(SIGMA * SIGMA / 2) * (1 - SLOW_SHARE + SLOW_SHARE * SLOW_FACTOR);
    }

    private static double p95InMedians() {
        double low = 1;
        double high = 10;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            boolean below = (1 - SLOW_SHARE) * fast(1, middle) + SLOW_SHARE * slow(1, middle) < 0.95;
            low = below ? middle : low;
            high = below ? high : middle;
        }
        return low;
    }

    /// Distribution function of the standard normal, to 1e-7 (Abramowitz and Stegun 26.2.17).
    static double normal(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double poly = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * poly;
        return x >= 0 ? 1 - tail : tail;
    }
}
