package jml.gameday.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The time a simulated fleet knows: from where its history begins, over the instant it was opened, to where its
/// stories end. Before and after that nothing changes any more.
public record Span(Instant began, Instant opened, Instant ends) {
    /// How much past a fleet has when it is opened.
    public static final Duration PAST = Duration.ofDays(3);

    /// How long new releases go on.
    public static final Duration FUTURE = Duration.ofDays(30);

    /// @param opened kept to the millisecond, as all times of a fleet are
    public static Span around(Instant opened) {
        var millis = opened.truncatedTo(ChronoUnit.MILLIS);
        return new Span(millis.minus(PAST), millis, millis.plus(FUTURE));
    }

    /// Minutes after the opening; negative ones lie before it.
    public Instant minutes(double afterOpening) {
        return opened.plusMillis(Math.round(afterOpening * 60_000));
    }

    public Instant hours(double afterOpening) {
        return minutes(afterOpening * 60);
    }

    /// Seconds since the history began.
    public double seconds(Instant at) {
        var since = Duration.between(began, at);
        return since.getSeconds() + since.getNano() / 1e9;
    }

    public Instant instant(double secondsSinceBegan) {
        return began.plusMillis(Math.round(secondsSinceBegan * 1000));
    }
}
