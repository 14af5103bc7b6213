package jml.engine.source;

import java.time.Instant;
import java.util.List;

/// The last good answer of a source.
///
/// @param at the tick it was asked for
/// @param warnings what the server said about it
public record Answer<T>(T value, Instant at, List<String> warnings) {
    public Answer {
        warnings = List.copyOf(warnings);
    }
}
