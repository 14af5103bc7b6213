package jml.gameday;

import java.util.function.DoublePredicate;
import jml.gameday.plan.Stretches;
import org.jspecify.annotations.Nullable;

/// Since when a condition has held that holds now: the look back that a stateless fleet needs where a real one
/// remembers.
///
/// It looks at marks: every minute for an hour after something happened to the model, every hour otherwise, all at
/// fixed times, and then finds the minute between the last mark that failed and the first that held. A condition
/// that comes and goes between two marks is taken to have lasted. The answer depends on the instant alone; what is
/// remembered only saves looking twice. Safe from any thread.
final class Since {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    /// So long after something happened it is looked at every minute: the longest window of a figure, and a little.
    private static final double WATCHED = 65 * MINUTE;

    private final Stretches stretches;
    private final DoublePredicate condition;
    private volatile @Nullable Run last;

    /// The condition holds at all marks from `first` to `verified`, and first held at `onset`.
    private record Run(double onset, double first, double verified) {}

    Since(Stretches stretches, DoublePredicate condition) {
        this.stretches = stretches;
        this.condition = condition;
    }

    /// @param seconds an instant at which the condition holds
    /// @return the second it began to hold, to the minute; 0 when it always has
    double at(double seconds) {
        var known = last;
        double held = seconds;
        double newest = Double.NaN;
        for (double mark = markBefore(seconds); mark > 0; mark = markBefore(mark)) {
            if (known != null && known.first <= mark && mark <= known.verified) {
                return newest > known.verified ? remember(known.onset, known.first, newest) : known.onset;
            }
            if (!condition.test(mark)) {
                double onset = between(mark, held);
                return Double.isNaN(newest) ? onset : remember(onset, held, newest);
            }
            newest = Double.isNaN(newest) ? mark : newest;
            held = mark;
        }
        return Double.isNaN(newest) ? 0 : remember(0, held, newest);
    }

    private double remember(double onset, double first, double verified) {
        last = new Run(onset, first, verified);
        return onset;
    }

    /// The last mark before an instant; not positive when the history has none.
    private double markBefore(double seconds) {
        double minute = Math.ceil(seconds / MINUTE) * MINUTE - MINUTE;
        if (minute <= 0) {
            return 0;
        }
        var stretch = stretches.at(minute);
        if (minute - stretch.start() < WATCHED) {
            return minute;
        }
        double calm = Math.ceil((stretch.start() + WATCHED) / MINUTE) * MINUTE;
        return Math.max(Math.floor(minute / HOUR) * HOUR, calm);
    }

    /// The first minute after `failed` at which the condition holds, if it changes once until `held`.
    private double between(double failed, double held) {
        double low = failed;
        double high = held;
        while (high - low > MINUTE) {
            double middle = Math.floor((low + high) / 2 / MINUTE) * MINUTE;
            if (middle <= low) {
                break;
            }
            if (condition.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
