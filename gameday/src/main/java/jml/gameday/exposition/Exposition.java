package jml.gameday.exposition;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jml.gameday.SimulatedFleet;

/// The simulated fleet as metrics: the generic contract of docs/metrics.md, and for some models the names of a serving
/// runtime. Counters are those the snapshots' figures are made of. Safe from any thread.
public final class Exposition {
    /// Beyond this age a sample carries the time it was true; a store then lets it go stale by itself.
    private static final int FRESH_SECONDS = 5;

    private static final List<Family> FAMILIES = Stream.of(
                    GenericFamilies.requests(),
                    GenericFamilies.surroundings(),
                    RuntimeFamilies.vllm(),
                    RuntimeFamilies.triton(),
                    RuntimeFamilies.mlserver())
            .flatMap(List::stream)
            .toList();

    private static final byte[] NOW = new byte[0];

    private final SimulatedFleet fleet;

    public Exposition(SimulatedFleet fleet) {
        this.fleet = fleet;
    }

    /// Writes what a scrape at an instant finds, in the Prometheus text format 0.0.4, UTF-8. The stream is not closed.
    public void write(Instant at, OutputStream out) throws IOException {
        var rows = new ArrayList<Scraped>();
        for (var served : fleet.served(at)) {
            var stamp =
                    served.ageSeconds() <= FRESH_SECONDS ? NOW : Scraped.millis(at.minusSeconds(served.ageSeconds()));
            rows.add(Scraped.of(served, stamp));
        }
        var sink = new TextSink(out);
        write(rows, sink, true);
        sink.flush();
    }

    /// Writes what scrapes from `from` to `to` would have found, as OpenMetrics for `promtool tsdb
    /// create-blocks-from openmetrics`: a store's past. Families have no type here, since their names would have to
    /// end as it asks, and those of runtimes do not.
    public void writeHistory(Instant from, Instant to, Duration step, OutputStream out) throws IOException {
        var sink = new TextSink(out);
        for (var at = from; !at.isAfter(to); at = at.plus(step)) {
            var stamp = Scraped.seconds(at);
            var rows = new ArrayList<Scraped>();
            for (var served : fleet.served(at)) {
                if (served.ageSeconds() <= FRESH_SECONDS) {
                    rows.add(Scraped.of(served, stamp));
                }
            }
            write(rows, sink, false);
        }
        sink.text("# EOF\n");
        sink.flush();
    }

    private static void write(List<Scraped> rows, TextSink sink, boolean described) throws IOException {
        var lines = new Lines(sink);
        for (var family : FAMILIES) {
            boolean begun = !described;
            for (var row : rows) {
                if (!family.has().test(row)) {
                    continue;
                }
                if (!begun) {
                    sink.text("# HELP " + family.name() + " " + family.help() + "\n");
                    sink.text("# TYPE " + family.name() + " " + family.type() + "\n");
                    begun = true;
                }
                family.writer().write(lines, row);
            }
        }
    }
}
