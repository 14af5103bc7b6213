package jml.gameday.traffic;

import jml.gameday.catalogue.SimulatedModel.Traffic;

/// Traffic over the day in closed form.
///
/// With s(t) = ½(1 + cos ω(t − peak)) going from 0 at the quietest instant to 1 at the busiest, traffic is
/// r(t) = peak·(q + (1 − q)·s). What depends on how busy the model is, is given by its values at s = 0, ½ and 1 as a
/// quadratic in Bernstein form, whose weights never are negative; so every counter is a sum of the three integrals
/// here, without a step through time.
final class Daily {
    private static final double OMEGA = 2 * Math.PI / 86_400;

    private final double peak;
    private final double quiet;
    private final double offset;

    /// @param secondsOfDay at which the history begins
    Daily(Traffic traffic, double secondsOfDay) {
        this.peak = traffic.peakPerSecond();
        this.quiet = traffic.quietShare();
        this.offset = secondsOfDay - traffic.peakHour() * 3600;
    }

    /// How busy the day is, 0..1.
    double busyness(double seconds) {
        return (1 + Math.cos(OMEGA * (seconds + offset))) / 2;
    }

    /// Requests per second at a busyness of 0..1.
    double rate(double busyness) {
        return peak * (quiet + (1 - quiet) * busyness);
    }

    /// Fills in the antiderivatives of r·(1−s)², r·2s(1−s) and r·s²; their sum is that of r.
    void integrals(double seconds, double[] into) {
        double angle = OMEGA * (seconds + offset);
        double sin = Math.sin(angle);
        double cos = Math.cos(angle);
        double sin2 = 2 * sin * cos;
        double sin3 = sin * (3 - 4 * sin * sin);
        double s0 = seconds;
        double s1 = seconds / 2 + sin / (2 * OMEGA);
        double s2 = (1.5 * seconds + 2 * sin / OMEGA + sin2 / (4 * OMEGA)) / 4;
        double s3 = (2.5 * seconds + 3.75 * sin / OMEGA + 0.75 * sin2 / OMEGA + sin3 / (12 * OMEGA)) / 8;
        double growth = 1 - quiet;
        into[0] = peak * (quiet * s0 + (growth - 2 * quiet) * s1 + (quiet - 2 * growth) * s2 + growth * s3);
        into[1] = peak * (2 * quiet * s1 + (2 * growth - 2 * quiet) * s2 - 2 * growth * s3);
        into[2] = peak * (quiet * s2 + growth * s3);
    }
}
