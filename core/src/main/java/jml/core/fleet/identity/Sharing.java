package jml.core.fleet.identity;

import java.util.Arrays;

/// How what a server costs is split among the models it hosts.
public final class Sharing {
    private Sharing() {}

    /// One model's part, 0..1: by traffic where it is known, else the same for each.
    ///
    /// @param hosted models on the server, at least 1
    /// @param own requests of the model, in any unit; NaN when unknown
    /// @param all requests of all models on the server, in the same unit; NaN when unknown
    public static double share(int hosted, double own, double all) {
        if (hosted < 1) {
            throw new IllegalArgumentException("a server hosts at least the model it is asked for, not " + hosted);
        }
        boolean known = Double.isFinite(own) && Double.isFinite(all) && own >= 0 && all > 0 && own <= all;
        return known ? own / all : 1.0 / hosted;
    }

    /// The parts of all models on one server; they add up to 1.
    ///
    /// @param requests of each model, in the same unit; NaN when unknown
    public static double[] shares(double[] requests) {
        double all = Arrays.stream(requests).sum();
        return Arrays.stream(requests)
                .map(own -> share(requests.length, own, all))
                .toArray();
    }
}
