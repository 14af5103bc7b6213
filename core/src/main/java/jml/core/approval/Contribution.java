package jml.core.approval;

import java.time.Instant;

/// Something a person did to a version, for which they may not approve it.
///
/// @param what in words that go on from a name: "trained v8 (run 5c19)"
public record Contribution(String person, Kind kind, Instant at, String what) {
    public enum Kind {
        MADE,
        CHANGED
    }
}
