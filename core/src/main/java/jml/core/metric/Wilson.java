package jml.core.metric;

/// Wilson's interval for a share seen in a sample (methods §1.7).
public final class Wilson {
    private static final double Z_95 = 1.959963984540054;

    private Wilson() {}

    /// Both ends lie in 0..1.
    public record Interval(double low, double high) {}

    /// Lower end of the one-sided interval for `k` of `n`; 0 when `n` is 0.
    ///
    /// @param z quantile of the normal distribution: 3.09 for 99.9 %
    public static double lower(long k, long n, double z) {
        return interval(k, n, z).low();
    }

    /// Two-sided 95 % interval for `k` of `n`; all of 0..1 when `n` is 0.
    public static Interval interval(long k, long n) {
        return interval(k, n, Z_95);
    }

    private static Interval interval(long k, long n, double z) {
        if (k < 0 || k > n) {
            throw new IllegalArgumentException(k + " of " + n);
        }
        if (n == 0) {
            return new Interval(0, 1);
        }
        double p = (double) k / n;
        double z2 = z * z;
        double d = 1 + z2 / n;
        double centre = (p + z2 / (2 * n)) / d;
        double half = z / d * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
        return new Interval(k == 0 ? 0 : Math.max(0, centre - half), k == n ? 1 : Math.min(1, centre + half));
    }
}
