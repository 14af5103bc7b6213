package jml.store.frame;

import java.time.temporal.ChronoField;
import java.util.function.IntToLongFunction;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Presence;

/// The numbers of a snapshot.
///
/// @param facts number of each row's facts
/// @param verdicts number of each row's verdict
/// @param slots of each row's model
public record SnapshotNumbers(FleetSnapshot snapshot, Head head, long[] facts, long[] verdicts, int[] slots)
        implements Numbers {
    @Override
    public long[] column(Column column) {
        var figures = snapshot.figures();
        var sli = column.sli();
        var count = column.count();
        if (sli != null) {
            var steps = figures.steps(sli);
            return switch (column.kind()) {
                case PRESENCE -> subjects(subject -> PresenceCode.of(figures.presence(subject, sli)));
                case SAMPLES -> subjects(subject -> figures.samples(subject, sli));
                case AGE -> subjects(subject -> figures.ageSeconds(subject, sli));
                default -> subjects(subject -> missing(figures.presence(subject, sli)) ? 0 : steps[subject]);
            };
        }
        if (count != null) {
            return subjects(subject -> figures.count(subject, count));
        }
        return switch (column.kind()) {
            case FACTS -> facts;
            case VERDICT -> verdicts;
            case SINCE -> rows(row -> snapshot.standing(row).since().getEpochSecond());
            default -> rows(row -> snapshot.standing(row).since().get(ChronoField.NANO_OF_SECOND));
        };
    }

    private static boolean missing(Presence presence) {
        return !presence.measured();
    }

    private long[] subjects(IntToLongFunction number) {
        return fill(snapshot.roster().subjects(), number);
    }

    private long[] rows(IntToLongFunction number) {
        return fill(snapshot.size(), number);
    }

    private static long[] fill(int length, IntToLongFunction number) {
        var numbers = new long[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = number.applyAsLong(i);
        }
        return numbers;
    }
}
