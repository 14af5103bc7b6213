package jml.engine.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import jml.core.metric.LabelSet;
import jml.core.metric.Series;

/// Makes one line of several: where two lie over each other the finer stands, and of two as fine the one that was added
/// later. Each stands for what lies between its first and its last point. Not thread-safe.
final class Splice {
    private final long from;
    private final long to;
    private final Duration step;
    private final List<Part> parts = new ArrayList<>();

    private record Part(Series line, boolean asked) {}

    private record Point(double value, Duration step, boolean asked) {}

    /// @param step no line is drawn finer than this
    Splice(Instant from, Instant to, Duration step) {
        this.from = from.toEpochMilli();
        this.to = to.toEpochMilli();
        this.step = step;
    }

    void addRecorded(Series line) {
        add(line, false);
    }

    /// @param line of the live store's answer
    void addAsked(Series line) {
        add(line, true);
    }

    private void add(Series line, boolean asked) {
        if (line.size() > 0) {
            parts.add(new Part(line, asked));
        }
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /// Every point that stands; the step told is the coarsest among them.
    Series line() {
        var points = new TreeMap<Long, Point>();
        parts.stream()
                .sorted(Comparator.comparing((Part part) -> drawn(part.line)).reversed())
                .forEach(part -> lay(part, points));
        var shown = points.subMap(from, true, to, true);
        var times = new long[shown.size()];
        var values = new double[shown.size()];
        var coarsest = step;
        int size = 0;
        for (var point : shown.entrySet()) {
            times[size] = point.getKey();
            values[size++] = point.getValue().value();
            var own = point.getValue().step();
            coarsest = own.compareTo(coarsest) > 0 ? own : coarsest;
        }
        return new Series(LabelSet.of(Map.of()), times, values, coarsest, asked(shown));
    }

    private static List<Series.Asked> asked(SortedMap<Long, Point> shown) {
        var asked = new ArrayList<Series.Asked>();
        Point before = null;
        for (var entry : shown.entrySet()) {
            var point = entry.getValue();
            var at = Instant.ofEpochMilli(entry.getKey());
            if (point.asked && before != null && before.asked && before.step.equals(point.step)) {
                asked.add(new Series.Asked(asked.removeLast().from(), at, point.step));
            } else if (point.asked) {
                asked.add(new Series.Asked(at, at, point.step));
            }
            before = point;
        }
        return asked;
    }

    private Duration drawn(Series line) {
        return line.step().compareTo(step) > 0 ? line.step() : step;
    }

    private void lay(Part part, NavigableMap<Long, Point> points) {
        var line = part.line;
        var times = line.times();
        points.subMap(times[0], true, times[times.length - 1], true).clear();
        boolean finer = line.step().compareTo(step) < 0;
        long width = Math.max(1, step.toMillis());
        for (int i = 0; i < times.length; i++) {
            // Of several within one step the last, as the record does.
            boolean last =
                    i + 1 == times.length || Math.floorDiv(times[i + 1], width) != Math.floorDiv(times[i], width);
            if (last || !finer) {
                points.put(times[i], new Point(line.values()[i], drawn(line), part.asked));
            }
        }
    }
}
