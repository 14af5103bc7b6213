package jml.engine.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jml.core.metric.Series;

/// A span of time of which the record knows nothing about a line.
///
/// @param to the first instant that is known again, or the end of what is drawn
record Hole(Instant from, Instant to) {
    /// The record's own rhythm, and a late snapshot, leave less.
    static final int STEPS_INSIDE = 4;

    private static final int STEPS_BEFORE = 2;

    /// Holes of a line, oldest first.
    ///
    /// @param rhythm how far apart points are meant to be
    /// @param until after it nothing is missing yet
    static List<Hole> in(Series line, Duration rhythm, Instant from, Instant until) {
        var holes = new ArrayList<Hole>();
        var known = from;
        var allowed = rhythm.multipliedBy(STEPS_BEFORE);
        for (int i = 0; i < line.size(); i++) {
            add(holes, known, line.time(i), allowed);
            known = line.time(i);
            allowed = rhythm.multipliedBy(STEPS_INSIDE);
        }
        add(holes, known, until, allowed);
        return holes;
    }

    private static void add(List<Hole> holes, Instant from, Instant to, Duration allowed) {
        if (to.isAfter(from.plus(allowed))) {
            holes.add(new Hole(from, to));
        }
    }

    /// The line cut at its holes.
    static List<Series> around(List<Hole> holes, Series line) {
        var parts = new ArrayList<Series>();
        int begun = 0;
        for (int i = 1; i < line.size(); i++) {
            var before = line.time(i - 1);
            if (holes.stream().anyMatch(hole -> hole.from.equals(before))) {
                parts.add(part(line, begun, i));
                begun = i;
            }
        }
        parts.add(part(line, begun, line.size()));
        return parts;
    }

    private static Series part(Series line, int from, int to) {
        return new Series(
                line.labels(),
                Arrays.copyOfRange(line.times(), from, to),
                Arrays.copyOfRange(line.values(), from, to),
                line.step());
    }
}
