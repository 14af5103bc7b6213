package jml.store.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jml.core.metric.Count;
import jml.core.metric.Sli;
import org.jspecify.annotations.Nullable;

/// One kind of number that every subject, or every row, has at an instant. The name stands in the record: it is made of
/// stable ids, so that a record outlives the order of an enum.
///
/// @param sli for PRESENCE, VALUE, SAMPLES and AGE
/// @param count for COUNT
public record Column(
        Kind kind, String name, @Nullable Sli sli, @Nullable Count count) {
    public enum Kind {
        /// Number of the model's facts; one a row.
        FACTS,
        /// Number of the standing's verdict; one a row.
        VERDICT,
        /// When the standing began: whole seconds since 1970; one a row.
        SINCE,
        /// The rest of it in nanoseconds; one a row.
        SINCE_NANOS,
        /// [PresenceCode]; one a subject, as all that follow.
        PRESENCE,
        /// Grid steps; anything when missing.
        VALUE,
        SAMPLES,
        AGE,
        COUNT;

        public boolean perRow() {
            return compareTo(SINCE_NANOS) <= 0;
        }
    }

    public static final Column FACTS = new Column(Kind.FACTS, "facts", null, null);
    public static final Column VERDICT = new Column(Kind.VERDICT, "verdict", null, null);
    public static final Column SINCE = new Column(Kind.SINCE, "since", null, null);
    public static final Column SINCE_NANOS = new Column(Kind.SINCE_NANOS, "since_nanos", null, null);

    /// Those of today's version, part by part; a record may have others.
    public static final List<Column> ALL = all();

    public static Column presence(Sli sli) {
        return new Column(Kind.PRESENCE, "p:" + sli.id(), sli, null);
    }

    public static Column value(Sli sli) {
        return new Column(Kind.VALUE, "v:" + sli.id(), sli, null);
    }

    public static Column samples(Sli sli) {
        return new Column(Kind.SAMPLES, "n:" + sli.id(), sli, null);
    }

    public static Column age(Sli sli) {
        return new Column(Kind.AGE, "a:" + sli.id(), sli, null);
    }

    public static Column count(Count count) {
        return new Column(Kind.COUNT, "c:" + count.id(), null, count);
    }

    private static List<Column> all() {
        var all = new ArrayList<>(List.of(FACTS, VERDICT, SINCE, SINCE_NANOS));
        for (var sli : Sli.values()) {
            all.addAll(List.of(presence(sli), value(sli), age(sli)));
        }
        for (var sli : Sli.values()) {
            all.add(samples(sli));
        }
        for (var count : Count.values()) {
            all.add(count(count));
        }
        return List.copyOf(all);
    }

    /// The part of a frame it is kept in: a chart reads one indicator's part and no other.
    public String part() {
        return switch (kind) {
            case FACTS, VERDICT, SINCE, SINCE_NANOS -> "rows";
            case SAMPLES -> "samples";
            case COUNT -> "counts";
            case PRESENCE, VALUE, AGE -> Objects.requireNonNull(sli).id();
        };
    }

    /// The number where nothing was stored under this name.
    public long absent() {
        return switch (kind) {
            case PRESENCE -> PresenceCode.NOT_MEASURED;
            case SAMPLES, COUNT -> -1;
            default -> 0;
        };
    }
}
