package jml.core.judge;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/// How many times as often the canary's events are bad as the baseline's: the Mantel-Haenszel risk ratio over the
/// intervals, so that a ramp or a bad hour of both arms does not distort it, and the odds ratios that the evidence has
/// not refuted, turned into risk ratios at the baseline's risk. The interval holds at any look (methods §2.7, §2.8).
///
/// @param value NaN while the baseline had no bad event
/// @param low, high 0 and positive infinity while nothing is refuted
public record Ratio(double value, double low, double high) {
    /// Odds ratios looked at: from a hundred thousandth to a hundred thousand.
    private static final double FARTHEST = Math.log(1e5);

    private static final BrentSolver SOLVER = new BrentSolver(1e-9, 1e-7, 1e-12);

    /// @param alpha share of the looks' paths on which the interval may ever miss the true ratio
    /// @param dispersion by which the evidence is tempered, at least 1
    static Ratio of(List<PairedCounts> intervals, List<ConditionalOdds> odds, double alpha, double dispersion) {
        var compared = new MantelHaenszel();
        var total = new PairedCounts(0, 0, 0, 0);
        for (var each : intervals) {
            compared.add(each);
            total = total.plus(each);
        }
        double risk = total.baseline() == 0 ? 0 : (double) total.baselineBad() / total.baseline();
        double line = Math.log(2 / alpha) * dispersion;
        return new Ratio(
                compared.ratio(),
                risk(Math.exp(-farthestRefuted(odds, line, -1)), risk),
                risk(Math.exp(farthestRefuted(odds, line, 1)), risk));
    }

    private static double risk(double odds, double baseline) {
        return Double.isInfinite(odds) ? odds : odds / (1 - baseline + baseline * odds);
    }

    // Ratios beyond the answer are refuted: below it for side −1, above it for side 1. Counted away from 1 on that
    // side.
    private static double farthestRefuted(List<ConditionalOdds> odds, double line, int side) {
        DoubleUnaryOperator beyond = ratio -> EventEvidence.logBeyond(odds, side * ratio, -side) - line;
        if (beyond.applyAsDouble(FARTHEST) < 0) {
            return Double.POSITIVE_INFINITY;
        }
        return beyond.applyAsDouble(-FARTHEST) >= 0 ? -FARTHEST : SOLVER.findRoot(beyond, -FARTHEST, 0, FARTHEST);
    }
}
