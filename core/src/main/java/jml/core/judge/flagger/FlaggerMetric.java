package jml.core.judge.flagger;

import java.util.List;

/// A metric of a Flagger canary (methods §2.6): its check fails below `least`, above `most`, and without a value.
///
/// @param least negative infinity for none
/// @param most positive infinity for none
/// @param values one an interval, oldest first; NaN where the query failed or found nothing
public record FlaggerMetric(String name, double least, double most, List<Double> values) {
    /// Flagger's builtin success rate, in percent.
    public static final String SUCCESS_RATE = "request-success-rate";

    /// Flagger's builtin p99, in milliseconds.
    public static final String DURATION = "request-duration";

    public FlaggerMetric {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a metric needs a name");
        }
        values = List.copyOf(values);
    }

    boolean passes(int at) {
        // A missing value passes neither comparison.
        return values.get(at) >= least && values.get(at) <= most;
    }
}
