package jml.engine.collect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import jml.core.fleet.identity.Sharing;
import jml.core.metric.Count;

/// What shared servers cost in one minute, until it is split among the models they host.
final class SharedCosts {
    private record OfServer(int[] rows, long micros) {}

    private final List<OfServer> servers = new ArrayList<>();

    /// @param rows of the models that pay; none when the series is not of a shared server
    void add(int[] rows, long micros) {
        if (rows.length > 0) {
            servers.add(new OfServer(rows, micros));
        }
    }

    /// Gives each model its part. Only whoever has no cost of its own pays: a second preset may know the same server.
    void split(MinuteCounts counts) {
        var paying = new BitSet();
        for (var server : servers) {
            Arrays.stream(server.rows)
                    .filter(row -> counts.count(row, Count.COST_MICROS) < 0)
                    .forEach(paying::set);
        }
        for (var server : servers) {
            var shares = Sharing.shares(Arrays.stream(server.rows)
                    .mapToDouble(row -> requests(counts, row))
                    .toArray());
            for (int i = 0; i < shares.length; i++) {
                if (paying.get(server.rows[i])) {
                    counts.add(server.rows[i], Count.COST_MICROS, Math.round(server.micros * shares[i]));
                }
            }
        }
    }

    private static double requests(MinuteCounts counts, int row) {
        long requests = counts.count(row, Count.REQUESTS);
        return requests < 0 ? Double.NaN : requests;
    }
}
