package jml.engine.record;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import jml.core.fleet.FleetRecord;
import jml.core.metric.MetricHistory;
import jml.core.metric.Series;
import jml.core.metric.SeriesArchive;
import jml.core.metric.SeriesArchive.Line;
import jml.core.metric.SeriesArchive.Span;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.core.source.SourceException;
import jml.engine.metric.LiveSeries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Long series of one record and one origin: what was recorded; where that has a hole what its archive keeps; and what
/// neither has is asked of the live store, once, in whole aligned spans that the archive then keeps. The finest
/// step wins, and what was recorded stands before what was asked as finely. The newest two minutes are never kept.
///
/// When the live store fails, what is known is drawn. Safe from any thread.
public final class RecordedHistory implements MetricHistory {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedHistory.class);
    private static final Duration NOT_KEPT = Duration.ofMinutes(2);
    private static final int MOST_REMEMBERED = 500;

    private final FleetRecord record;
    private final LiveSeries live;
    private final Consumer<List<Span>> keeper;
    private final InstantSource clock;

    /// What this process asked: the archive has it a moment later, or never when another process records.
    private final Map<Place, Span> remembered = new ConcurrentHashMap<>();

    private record Place(Line line, Duration step, Instant from) {
        static Place of(Span span) {
            return new Place(span.line(), span.step(), span.from());
        }
    }

    /// @param live of the same origin as the record
    /// @param keeper takes answers for the record's archive and returns at once, as [Recorder#keep(List)] does
    public RecordedHistory(FleetRecord record, LiveSeries live, Consumer<List<Span>> keeper, InstantSource clock) {
        this.record = record;
        this.live = live;
        this.keeper = keeper;
        this.clock = clock;
    }

    @Override
    public Series series(ModelKey model, Arm arm, Sli sli, Instant from, Instant to, Duration step)
            throws SourceException, InterruptedException {
        var recorded = record.series(model, arm, sli, from, to, step);
        boolean coarse = recorded.step().compareTo(step) > 0;
        var holes = holes(recorded, from, to, coarse ? recorded.step() : step);
        if (holes.isEmpty() && !coarse) {
            return recorded;
        }
        var line = new Line(model, arm, sli);
        var known = known(line, from, to.plusMillis(1));
        var splice = new Splice(from, to, step);
        known.values().forEach(span -> splice.addAsked(span.points()));
        var asked = Duration.ofMillis(Math.max(1, step.plusNanos(999_999).toMillis()));
        addMissing(splice, together(unanswered(line, holes, asked, known)), asked, recorded);
        Hole.around(holes, recorded).forEach(splice::addRecorded);
        return splice.line();
    }

    private List<Hole> holes(Series recorded, Instant from, Instant to, Duration rhythm) {
        if (recorded.size() == 0) {
            return List.of(new Hole(from, to));
        }
        // The end moves on with the clock in strides, so that a model that stands still is not asked for at each
        // refresh.
        long stride = Math.max(1, rhythm.multipliedBy(Hole.STEPS_INSIDE).toMillis());
        long until = earlier(to, clock.instant().minus(NOT_KEPT)).toEpochMilli();
        return Hole.in(recorded, rhythm, from, Instant.ofEpochMilli(Math.floorDiv(until, stride) * stride));
    }

    private static SortedMap<Instant, Place> unanswered(
            Line line, List<Hole> holes, Duration step, Map<Place, Span> known) {
        var unanswered = new TreeMap<Instant, Place>();
        for (var hole : holes) {
            unanswered(line, hole.from(), hole.to(), step, known).forEach(place -> unanswered.put(place.from, place));
        }
        return unanswered;
    }

    /// Spans that follow one another are one question.
    private static List<List<Place>> together(SortedMap<Instant, Place> places) {
        var together = new ArrayList<List<Place>>();
        Instant next = null;
        for (var place : places.values()) {
            if (!place.from.equals(next)) {
                together.add(new ArrayList<>());
            }
            together.getLast().add(place);
            next = place.from.plus(SeriesArchive.length(place.step));
        }
        return together;
    }

    private Map<Place, Span> known(Line line, Instant from, Instant to) {
        var known = new HashMap<Place, Span>();
        record.archive().find(line, from, to).forEach(span -> known.put(Place.of(span), span));
        remembered.forEach((place, span) -> {
            if (place.line.equals(line) && span.from().isBefore(to) && span.to().isAfter(from)) {
                known.merge(place, span, RecordedHistory::further);
            }
        });
        return known;
    }

    private static Span further(Span one, Span other) {
        return one.to().isBefore(other.to()) ? other : one;
    }

    /// Where the aligned spans begin that must be asked for to know a line from `from` to `to`.
    private static List<Place> unanswered(Line line, Instant from, Instant to, Duration step, Map<Place, Span> known) {
        var unanswered = new ArrayList<Place>();
        var length = SeriesArchive.length(step);
        for (var start = SeriesArchive.start(from, step); start.isBefore(to); start = start.plus(length)) {
            var place = new Place(line, step, start);
            var span = known.get(place);
            if (span == null || span.to().isBefore(earlier(start.plus(length), to))) {
                unanswered.add(place);
            }
        }
        return unanswered;
    }

    private void addMissing(Splice splice, List<List<Place>> spans, Duration step, Series recorded)
            throws SourceException, InterruptedException {
        try {
            for (var places : spans) {
                splice.addAsked(ask(places, step));
            }
        } catch (SourceException failed) {
            // A part of the line is better than none, and the source's own state says what is wrong with it.
            if (splice.isEmpty() && recorded.size() == 0) {
                throw failed;
            }
            LOG.debug("a chart is drawn without {}", failed.source(), failed);
        }
    }

    private Series ask(List<Place> places, Duration step) throws SourceException, InterruptedException {
        var line = places.getFirst().line();
        var from = places.getFirst().from();
        var now = clock.instant();
        var to = earlier(places.getLast().from().plus(SeriesArchive.length(step)), now);
        if (!from.isBefore(to)) {
            return LiveSeries.Answer.unasked(step).line();
        }
        var answer = live.series(line.model(), line.arm(), line.sli(), from, to, step);
        var points = onGrid(answer.line(), line.sli());
        if (answer.lasting()) {
            keep(places, points, earlier(to, now.minus(NOT_KEPT)));
        }
        return points;
    }

    private void keep(List<Place> places, Series points, Instant until) {
        var spans = new ArrayList<Span>();
        for (var place : places) {
            var end = earlier(place.from.plus(SeriesArchive.length(place.step)), until);
            if (place.from.isBefore(end)) {
                spans.add(new Span(place.line, place.step, place.from, end, part(points, place.from, end)));
            }
        }
        if (remembered.size() + spans.size() > MOST_REMEMBERED) {
            remembered.clear();
        }
        spans.forEach(span -> remembered.merge(Place.of(span), span, RecordedHistory::further));
        keeper.accept(spans);
    }

    private static Series part(Series points, Instant from, Instant to) {
        int first = place(points.times(), from.toEpochMilli());
        int end = place(points.times(), Math.ceilDiv(to.getNano(), 1_000_000) + to.getEpochSecond() * 1000);
        return new Series(
                points.labels(),
                Arrays.copyOfRange(points.times(), first, end),
                Arrays.copyOfRange(points.values(), first, end),
                points.step());
    }

    /// Where the first instant stands that is not before another.
    private static int place(long[] times, long millis) {
        int found = Arrays.binarySearch(times, millis);
        return found < 0 ? -found - 1 : found;
    }

    // What is drawn at once and what is drawn from the archive later must be the same line.
    private static Series onGrid(Series line, Sli sli) {
        var times = new long[line.size()];
        var values = new double[line.size()];
        int size = 0;
        for (int i = 0; i < line.size(); i++) {
            if (Double.isFinite(line.values()[i])) {
                times[size] = line.times()[i];
                values[size++] = sli.onGrid(line.values()[i]);
            }
        }
        return new Series(line.labels(), Arrays.copyOf(times, size), Arrays.copyOf(values, size), line.step());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
