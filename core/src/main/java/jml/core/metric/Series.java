package jml.core.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One line of a chart: values at growing instants. A step without a value is simply not there.
///
/// @param times milliseconds since the epoch, growing; same length as `values`; not copied
/// @param step the distance meant between two points; a larger one is a gap
/// @param asked spans whose points a live store was asked for afterwards, oldest first; the others were seen as they
/// happened, or nobody says
public record Series(LabelSet labels, long[] times, double[] values, Duration step, List<Asked> asked) {
    /// A span from its first point to its last.
    ///
    /// @param step of its points, or what they are thinned to
    public record Asked(Instant from, Instant to, Duration step) {}

    public Series(LabelSet labels, long[] times, double[] values, Duration step) {
        this(labels, times, values, step, List.of());
    }

    public Series {
        asked = List.copyOf(asked);
        if (times.length != values.length) {
            throw new IllegalArgumentException(times.length + " times for " + values.length + " values");
        }
    }

    public int size() {
        return times.length;
    }

    public Instant time(int index) {
        return Instant.ofEpochMilli(times[index]);
    }
}
