package jml.gameday.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jml.core.model.Arm;
import jml.gameday.catalogue.SimulatedModel;
import jml.gameday.chance.Chance;
import jml.gameday.chance.Warp;
import jml.gameday.plan.Stretch;
import jml.gameday.traffic.Tally.Entry;
import org.jspecify.annotations.Nullable;

/// One version serving on one side of a rollout, without a break: its counters begin at zero when it begins, as those
/// of a new process do. [#tally(double)] is exact and monotone at any two instants, in constant time: within a stretch
/// a counter is a closed form ([Daily]) read through a warped clock ([Warp]), and each stretch starts with what the
/// ones before it added up to. Good and bad are counted apart, so that neither can run backwards.
final class Stint {
    /// The shares that run by each of the warped clocks: what goes wrong comes more unevenly than traffic does.
    private static final int[][] SHARES = shares();

    /// What is counted beside durations, and the sum it is counted from.
    private static final Map<Entry, Integer> COUNTED = Map.ofEntries(
            Map.entry(Entry.DURATION_MICROS, Behaviour.DURATION),
            Map.entry(Entry.SUCCESSES, Behaviour.SUCCESSES),
            Map.entry(Entry.ERRORS, Behaviour.ERRORS),
            Map.entry(Entry.TIMEOUTS, Behaviour.TIMEOUTS),
            Map.entry(Entry.RETRIES, Behaviour.RETRIES),
            Map.entry(Entry.AGREED, Behaviour.AGREED),
            Map.entry(Entry.DISAGREED, Behaviour.DISAGREED),
            Map.entry(Entry.PRESENT, Behaviour.PRESENT),
            Map.entry(Entry.MISSING, Behaviour.MISSING),
            Map.entry(Entry.COLD_STARTED, Behaviour.COLD),
            Map.entry(Entry.COST_MICROS, Behaviour.SIZE));

    private final Edges edges;
    private final String version;
    private final Arm arm;
    private final SimulatedModel model;
    private final Daily daily;
    private final Warp[] warps;
    private final double[] beginnings;
    private final List<Lane> lanes = new ArrayList<>();
    private double[] starts = {};
    private volatile @Nullable Tally last;

    Stint(SimulatedModel model, Edges edges, String version, Arm arm, Daily daily, long seed) {
        this.model = model;
        this.edges = edges;
        this.version = version;
        this.arm = arm;
        this.daily = daily;
        long stream = Chance.hash(seed, Chance.hash(model.name()), Chance.hash(version) + arm.ordinal());
        this.beginnings = IntStream.range(0, Tally.BUCKETS + 1 + Behaviour.SIZE + 1)
                .mapToDouble(kind -> Chance.unit(Chance.hash(stream, 6, kind)))
                .toArray();
        this.warps = new Warp[] {
            new Warp(Chance.hash(stream, 0, 0), 10, 0),
            new Warp(Chance.hash(stream, 1, 0), 12, 60),
            new Warp(Chance.hash(stream, 2, 0), 12, 140),
            new Warp(Chance.hash(stream, 3, 0), 10, 100),
            new Warp(Chance.hash(stream, 4, 0), 12, 140),
            new Warp(Chance.hash(stream, 5, 0), 12, 140)
        };
    }

    private static int[][] shares() {
        var clocks = new int[Behaviour.SIZE];
        Arrays.fill(clocks, Behaviour.SLOW_BUCKETS, Behaviour.SLOW_BUCKETS + Tally.BUCKETS, 1);
        clocks[Behaviour.SLOW] = 1;
        clocks[Behaviour.ERRORS] = 2;
        clocks[Behaviour.TIMEOUTS] = 2;
        clocks[Behaviour.RETRIES] = 2;
        clocks[Behaviour.DISAGREED] = 3;
        clocks[Behaviour.MISSING] = 4;
        clocks[Behaviour.COLD] = 5;
        return IntStream.range(0, 6)
                .mapToObj(clock -> IntStream.range(0, clocks.length)
                        .filter(share -> clocks[share] == clock)
                        .toArray())
                .toArray(int[][]::new);
    }

    /// The stint goes on, or begins, with another stretch.
    void extend(Stretch stretch) {
        lanes.add(new Lane(stretch, lanes.size()));
        starts = Arrays.copyOf(starts, lanes.size());
        starts[lanes.size() - 1] = stretch.start();
    }

    String version() {
        return version;
    }

    Arm arm() {
        return arm;
    }

    double start() {
        return starts[0];
    }

    double end() {
        return lanes.getLast().stretch.end();
    }

    /// Counted since the stint began until `seconds`, or until its end.
    Tally tally(double seconds) {
        if (seconds <= start()) {
            return Tally.zero();
        }
        if (seconds < end()) {
            return counted(seconds);
        }
        var known = last;
        if (known == null) {
            known = counted(end());
            last = known;
        }
        return known;
    }

    private Tally counted(double now) {
        var sums = new double[Behaviour.SIZE + 1];
        var integrals = new double[3];
        for (int clock = 0; clock < warps.length; clock++) {
            double warped = warps[clock].at(now, start());
            lanes.get(index(warped)).add(warped, clock, integrals, sums);
        }
        var lane = lanes.get(index(now));
        sums[Behaviour.SIZE] =
                before(index(now))[Behaviour.SIZE] + lane.costMicrosPerSecond() * (now - lane.stretch.start());
        return whole(sums);
    }

    private int index(double seconds) {
        int found = Arrays.binarySearch(starts, seconds);
        return found >= 0 ? found : -found - 2;
    }

    /// What the lanes before this one added up to. Filled once; threads that race compute the same.
    private double[] before(int index) {
        var known = lanes.get(index).before;
        if (known != null) {
            return known;
        }
        var sums = new double[Behaviour.SIZE + 1];
        if (index > 0) {
            var earlier = lanes.get(index - 1);
            var integrals = new double[3];
            for (int clock = 0; clock < warps.length; clock++) {
                earlier.add(starts[index], clock, integrals, sums);
            }
            sums[Behaviour.SIZE] = before(index - 1)[Behaviour.SIZE]
                    + earlier.costMicrosPerSecond() * (starts[index] - starts[index - 1]);
        }
        lanes.get(index).before = sums;
        return sums;
    }

    /// Each bin of the histogram and each kind of event becomes whole on its own: a request stands in one bin from the
    /// moment it is counted, so that any window's buckets add up to its requests, however few there are.
    private Tally whole(double[] sums) {
        var counts = new long[Tally.SIZE];
        long atMost = 0;
        double below = 0;
        for (int edge = 0; edge < Tally.BUCKETS; edge++) {
            double sum = bucket(sums, edge);
            atMost += floor(sum - below, edge);
            counts[edge] = atMost;
            below = sum;
        }
        long all = atMost + floor(sums[Behaviour.FAST] + sums[Behaviour.SLOW] - below, Tally.BUCKETS);
        put(counts, Entry.DURATIONS, all);
        put(counts, Entry.SLOW, all - counts[edges.line()]);
        for (var counted : COUNTED.entrySet()) {
            int share = counted.getValue();
            put(counts, counted.getKey(), floor(sums[share], Tally.BUCKETS + 1 + share));
        }
        return new Tally(counts);
    }

    private static double bucket(double[] sums, int edge) {
        return sums[Behaviour.FAST_BUCKETS + edge] + sums[Behaviour.SLOW_BUCKETS + edge];
    }

    private static void put(long[] counts, Entry entry, long value) {
        counts[Tally.BUCKETS + entry.ordinal()] = value;
    }

    /// Begun anywhere within the first event, by hash, so that what is rare is neither early nor late.
    private long floor(double value, int kind) {
        return (long) Math.floor(Math.max(0, value) + beginnings[kind]);
    }

    /// The part of a stint in one stretch.
    private final class Lane {
        private final Stretch stretch;
        private final int index;
        private double @Nullable [] shares;
        private double @Nullable [] atStart;
        private double @Nullable [] before;

        Lane(Stretch stretch, int index) {
            this.stretch = stretch;
            this.index = index;
        }

        /// Sets the sums of one clock's shares, as that clock reads.
        void add(double seconds, int clock, double[] integrals, double[] sums) {
            var shares = shares();
            var from = atStart();
            var earlier = before(index);
            daily.integrals(seconds, integrals);
            double quiet = integrals[0] - from[0];
            double middle = integrals[1] - from[1];
            double busy = integrals[2] - from[2];
            for (int share : SHARES[clock]) {
                int at = 3 * share;
                sums[share] = earlier[share] + shares[at] * quiet + shares[at + 1] * middle + shares[at + 2] * busy;
            }
        }

        private double costMicrosPerSecond() {
            return ModelTraffic.costPerHour(model, stretch) * weight() * 1e6 / 3600;
        }

        private double weight() {
            return arm == Arm.CANARY
                    ? stretch.setup().weight()
                    : 1 - stretch.setup().weight();
        }

        private double[] atStart() {
            var known = atStart;
            if (known == null) {
                known = new double[3];
                daily.integrals(stretch.start(), known);
                atStart = known;
            }
            return known;
        }

        /// The shares at the quietest, the middle and the busiest of the day.
        private double[] shares() {
            var known = shares;
            if (known != null) {
                return known;
            }
            var effect = arm == Arm.CANARY ? stretch.candidate() : stretch.stable();
            var behaviour = new Behaviour(model, edges, version, effect, stretch.settling());
            known = new double[3 * Behaviour.SIZE];
            double traffic = stretch.stable().trafficFactor();
            for (int level = 0; level < 3; level++) {
                double rate = traffic * daily.rate(level / 2.0);
                double utilisation = Behaviour.utilisation(model, stretch, rate);
                behaviour.shares(utilisation, weight() * traffic, known, level);
            }
            shares = known;
            return known;
        }
    }
}
