package jml.core.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import jml.core.model.Arm;
import jml.core.model.ModelKey;

/// What a live store answered about long series, kept with its step, so that a chart once seen opens without the store.
/// Belongs to one record, and so to one origin. Reading blocks and is safe from any thread; one thread writes.
public interface SeriesArchive {
    /// Points of a full span: at 30 s two hours.
    int POINTS = 240;

    /// One indicator of one model or arm.
    record Line(ModelKey model, Arm arm, Sli sli) {}

    /// An answer about one aligned span; no points mean that the store had none.
    ///
    /// @param step what was asked for: whole milliseconds, at least one; the points tell the step they have
    /// @param from where a span of this step begins: [SeriesArchive#start(Instant, Duration)]
    /// @param to the first instant that is not answered, at most a span's length after `from`
    /// @param points finite values on the SLI's grid, from `from` up to but not at `to`; labels are not kept
    record Span(Line line, Duration step, Instant from, Instant to, Series points) {
        public Span {
            if (!from.equals(start(from, step))) {
                throw new IllegalArgumentException("no span of " + step + " begins at " + from);
            }
            if (!from.isBefore(to) || to.isAfter(from.plus(length(step)))) {
                throw new IllegalArgumentException("no part of a span of " + step + ": " + from + " to " + to);
            }
            if (points.size() > 0
                    && (points.time(0).isBefore(from)
                            || !points.time(points.size() - 1).isBefore(to)
                            || !Arrays.stream(points.values()).allMatch(Double::isFinite))) {
                throw new IllegalArgumentException("points outside " + from + " to " + to + ", or not finite");
            }
        }

        /// Whether nothing more can come.
        public boolean complete() {
            return to.equals(from.plus(length(step)));
        }
    }

    /// How long a full span of a step is.
    static Duration length(Duration step) {
        return step.multipliedBy(POINTS);
    }

    /// Where the span that holds an instant begins: spans of a step follow one another since 1970.
    ///
    /// @param step whole milliseconds, at least one
    static Instant start(Instant instant, Duration step) {
        if (!step.isPositive() || !step.equals(Duration.ofMillis(step.toMillis()))) {
            throw new IllegalArgumentException("not a step of whole milliseconds: " + step);
        }
        long millis = length(step).toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(instant.toEpochMilli(), millis) * millis);
    }

    /// Keeps answers. Of two about the same span and step the one that reaches further stays.
    ///
    /// A console that does not record gets a `StoreException`, as from every write to the record.
    void keep(List<Span> answers);

    /// The answers of every step that touch what lies from `from` up to but not at `to`, in no order.
    List<Span> find(Line line, Instant from, Instant to);
}
