package jml.core.judge;

/// Sums of numbers kept as logarithms.
final class LogSum {
    private LogSum() {}

    /// ln Σ exp(x); negative infinity for no numbers.
    static double of(double... logarithms) {
        double most = Double.NEGATIVE_INFINITY;
        for (double each : logarithms) {
            most = Math.max(most, each);
        }
        if (most == Double.NEGATIVE_INFINITY) {
            return most;
        }
        double sum = 0;
        for (double each : logarithms) {
            sum += Math.exp(each - most);
        }
        return most + Math.log(sum);
    }

    /// ln of the mean of exp(x).
    static double ofMean(double... logarithms) {
        return of(logarithms) - Math.log(logarithms.length);
    }
}
