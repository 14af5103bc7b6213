package jml.core.judge;

import java.util.ArrayList;
import java.util.List;

/// How much more unevenly bad events fall on the arms than chance would have it: Pearson's dispersion over blocks of
/// intervals at the fitted odds ratio, at least 1. Bursts that land in one arm make evidence look stronger than it is;
/// dividing its logarithm by this cures that (methods §2.7).
final class Dispersion {
    /// Intervals a block.
    static final int BLOCK = 10;

    private static final double FARTHEST = 25;
    private static final int HALVINGS = 50;

    private final List<PairedCounts> blocks = new ArrayList<>();
    private PairedCounts open = new PairedCounts(0, 0, 0, 0);
    private int intervals;
    private double known = 1;

    void add(PairedCounts counts) {
        open = open.plus(counts);
        if (++intervals == BLOCK) {
            if (open.bad() > 0 && open.canary() > 0 && open.baseline() > 0) {
                blocks.add(open);
                known = fitted();
            }
            open = new PairedCounts(0, 0, 0, 0);
            intervals = 0;
        }
    }

    double value() {
        return known;
    }

    private double fitted() {
        if (blocks.size() < 2) {
            return 1;
        }
        double seen = 0;
        for (var block : blocks) {
            seen += block.canaryBad();
        }
        double low = -FARTHEST;
        double high = FARTHEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (expected(Math.exp(middle)) < seen) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.max(1, pearson(Math.exp((low + high) / 2)) / (blocks.size() - 1));
    }

    private double expected(double ratio) {
        double sum = 0;
        for (var block : blocks) {
            sum += block.bad() * part(block, ratio);
        }
        return sum;
    }

    private double pearson(double ratio) {
        double sum = 0;
        for (var block : blocks) {
            double part = part(block, ratio);
            double off = block.canaryBad() - block.bad() * part;
            double variance = block.bad() * part * (1 - part);
            sum += variance == 0 ? 0 : off * off / variance;
        }
        return sum;
    }

    private static double part(PairedCounts block, double ratio) {
        double share = block.share();
        return share * ratio / (1 - share + share * ratio);
    }
}
