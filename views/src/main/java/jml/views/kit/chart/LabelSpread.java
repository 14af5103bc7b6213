package jml.views.kit.chart;

import java.util.Arrays;

/// Moves labels that would overlap apart, each as little as possible, keeping their order.
final class LabelSpread {
    private LabelSpread() {}

    /// Positions at least `apart` from each other and, room allowing, within `low` to `high`, nearest to `wanted`.
    static double[] spread(double[] wanted, double apart, double low, double high) {
        var order = new Integer[wanted.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(wanted[a], wanted[b]));
        // Pool adjacent violators: groups of touching labels stand around the mean of what their members wanted.
        var mean = new double[wanted.length];
        var count = new int[wanted.length];
        var groups = 0;
        for (var k = 0; k < order.length; k++) {
            mean[groups] = wanted[order[k]];
            count[groups] = 1;
            groups++;
            while (groups > 1 && overlap(mean, count, groups, apart)) {
                var members = count[groups - 2] + count[groups - 1];
                mean[groups - 2] =
                        (mean[groups - 2] * count[groups - 2] + mean[groups - 1] * count[groups - 1]) / members;
                count[groups - 2] = members;
                groups--;
            }
        }
        return place(order, mean, count, apart, low, high);
    }

    private static boolean overlap(double[] mean, int[] count, int groups, double apart) {
        var endOfUpper = mean[groups - 2] + (count[groups - 2] - 1) * apart / 2;
        var startOfLower = mean[groups - 1] - (count[groups - 1] - 1) * apart / 2;
        return startOfLower - endOfUpper < apart;
    }

    private static double[] place(Integer[] order, double[] mean, int[] count, double apart, double low, double high) {
        var placed = new double[order.length];
        var k = 0;
        for (var group = 0; k < order.length; group++) {
            var first = mean[group] - (count[group] - 1) * apart / 2;
            for (var member = 0; member < count[group]; member++) {
                placed[order[k++]] = first + member * apart;
            }
        }
        // Into the plot: from below upwards, then from above downwards, so the upper edge wins when room is short.
        var limit = high;
        for (var i = order.length - 1; i >= 0; i--) {
            placed[order[i]] = Math.min(placed[order[i]], limit);
            limit = placed[order[i]] - apart;
        }
        limit = low;
        for (var i = 0; i < order.length; i++) {
            placed[order[i]] = Math.max(placed[order[i]], limit);
            limit = placed[order[i]] + apart;
        }
        return placed;
    }
}
