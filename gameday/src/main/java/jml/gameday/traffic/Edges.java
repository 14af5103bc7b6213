package jml.gameday.traffic;

import java.util.TreeSet;

/// Edges of a model's latency histogram, in seconds: dense around its objective's line, which is one of them, as is
/// the 0.2 s that the generic metric contract asks for.
///
/// @param seconds growing, always [#COUNT] of them; not copied
/// @param line index of the objective's line
public record Edges(double[] seconds, int line) {
    public static final int COUNT = 14;

    private static final double CONTRACT = 0.2;
    private static final double[] IN_LINES = {0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.25, 1.6, 2.5, 5};

    /// Stand in for the contract's edge where that is one of the others already.
    private static final double[] SPARE = {3.5, 8};

    public static Edges around(double lineSeconds) {
        var edges = new TreeSet<Double>();
        for (double part : IN_LINES) {
            edges.add(round(part * lineSeconds));
        }
        edges.add(CONTRACT);
        for (int i = 0; edges.size() < COUNT; i++) {
            edges.add(round(SPARE[i] * lineSeconds));
        }
        return new Edges(
                edges.stream().mapToDouble(Double::doubleValue).toArray(),
                edges.headSet(round(lineSeconds)).size());
    }

    // Without it an edge would read 0.30000000000000004 in an exposition.
    private static double round(double seconds) {
        return Math.rint(seconds * 1e6) / 1e6;
    }
}
