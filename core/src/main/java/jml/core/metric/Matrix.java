package jml.core.metric;

import java.util.List;

/// What a range query answers: one series per label set.
///
/// @param warnings what the server said about this answer; not empty may mean that it is partial
public record Matrix(List<Series> series, List<String> warnings) {
    public Matrix {
        series = List.copyOf(series);
        warnings = List.copyOf(warnings);
    }
}
