package jml.core.metric;

import java.time.Duration;
import java.time.Instant;

/// One line of a chart: values at growing instants. A step without a value is simply not there.
///
/// @param times milliseconds since the epoch, growing; same length as `values`; not copied
/// @param step the distance meant between two points; a larger one is a gap
public record Series(LabelSet labels, long[] times, double[] values, Duration step) {
    public Series {
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
