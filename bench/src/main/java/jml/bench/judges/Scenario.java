package jml.bench.judges;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import jml.core.judge.PairedCounts;

/// A day of releases that are alike: traffic, its split, how errors come, and how much worse the canary is
/// (methods §2.13).
///
/// @param requests a minute, of both arms
/// @param share of the canary; a ramp goes 5, 10, 25, 50 % instead
/// @param risk of an error in the baseline
/// @param ratio by which the canary's risk is higher
/// @param diurnal traffic that moves by 60 % and risk that moves by 80 % over the day, a quarter of a day apart
/// @param bursts relative variance of a factor that both arms share each minute; 0 for none
/// @param clump mean size of the clumps in which errors come, each in one arm; 1 for none
record Scenario(
        String name,
        int requests,
        double share,
        boolean ramp,
        double risk,
        double ratio,
        boolean diurnal,
        double bursts,
        int clump) {
    static final int MINUTES = 1_440;
    private static final double[] RAMP = {.05, .1, .25, .5};

    /// Canary no worse, so that each FAIL is false.
    boolean harmless() {
        return ratio == 1;
    }

    List<PairedCounts> day(SplittableRandom random) {
        var minutes = new ArrayList<PairedCounts>(MINUTES);
        for (int minute = 0; minute < MINUTES; minute++) {
            double phase = 2 * Math.PI * minute / MINUTES;
            double traffic = diurnal ? 1 + .6 * Math.sin(phase) : 1;
            double level = (diurnal ? 1 + .8 * Math.cos(phase) : 1) * burst(random);
            double part = ramp ? RAMP[minute * RAMP.length / MINUTES] : share;
            int all = (int) Math.round(requests * traffic);
            int canary = (int) Math.round(all * part);
            double bad = Math.min(.9, risk * level);
            minutes.add(new PairedCounts(
                    canary,
                    errors(random, canary, Math.min(.95, bad * ratio)),
                    all - canary,
                    errors(random, all - canary, bad)));
        }
        return minutes;
    }

    // Gamma with mean 1, as a sum of exponentials where that is whole.
    private double burst(SplittableRandom random) {
        if (bursts == 0) {
            return 1;
        }
        int shape = Math.max(1, (int) Math.round(1 / bursts));
        double sum = 0;
        for (int i = 0; i < shape; i++) {
            sum += random.nextExponential();
        }
        return sum / shape;
    }

    private long errors(SplittableRandom random, int n, double risk) {
        if (clump == 1) {
            return binomial(random, n, risk);
        }
        long bad = 0;
        for (long i = binomial(random, n, risk / clump); i > 0; i--) {
            bad += 1 + (long) Math.floor(Math.log(1 - random.nextDouble()) / Math.log(1 - 1.0 / clump));
        }
        return Math.min(n, bad);
    }

    // From hit to hit, so that it costs as much as there are hits.
    private static long binomial(SplittableRandom random, int n, double p) {
        double logMiss = Math.log1p(-p);
        long hits = 0;
        for (double at = gap(random, logMiss); at < n; at += 1 + gap(random, logMiss)) {
            hits++;
        }
        return hits;
    }

    private static double gap(SplittableRandom random, double logMiss) {
        return Math.floor(Math.log(1 - random.nextDouble()) / logMiss);
    }
}
