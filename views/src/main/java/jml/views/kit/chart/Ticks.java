package jml.views.kit.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Where an axis has its marks: at round values, at round local times.
final class Ticks {
    private static final double ROOM = 0.06;
    private static final double[] STEPS = {1, 2, 2.5, 5};
    private static final Duration[] TIME_STEPS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        Duration.ofMinutes(5),
        Duration.ofMinutes(10),
        Duration.ofMinutes(15),
        Duration.ofMinutes(20),
        Duration.ofMinutes(30),
        Duration.ofHours(1),
        Duration.ofHours(2),
        Duration.ofHours(3),
        Duration.ofHours(6),
        Duration.ofHours(12),
        Duration.ofDays(1),
        Duration.ofDays(2),
        Duration.ofDays(7),
        Duration.ofDays(14),
        Duration.ofDays(28)
    };

    private Ticks() {}

    /// Round values inside `scale`, at most `most` of them, 1, 2, 2.5 or 5 times a power of ten apart.
    static double[] values(Scale scale, int most) {
        var step = step(scale, most);
        var first = first(scale, step);
        var ticks = new double[(int) Math.max(0, last(scale, step) - first + 1)];
        for (var i = 0; i < ticks.length; i++) {
            ticks[i] = (first + i) * step;
        }
        return ticks;
    }

    /// How many decimals tell ticks of [#values] apart.
    static int decimals(Scale scale, int most) {
        var step = step(scale, most);
        var decimals = 0;
        while (decimals < 9 && Math.abs(step - Math.rint(step)) > 1e-9) {
            step *= 10;
            decimals++;
        }
        return decimals;
    }

    /// The scale with a little room at both ends; it never crosses zero where no value does.
    static Scale roomy(Scale scale) {
        var room = (scale.high() - scale.low()) * ROOM;
        var low = scale.low() - room;
        return new Scale(scale.low() >= 0 ? Math.max(0, low) : low, scale.high() + room);
    }

    /// Round local times from `from` to `to`, at most `most` of them.
    static List<Instant> times(Instant from, Instant to, ZoneId zone, int most) {
        var step = timeStep(Duration.between(from, to), most).toSeconds();
        // Local midnight of the first day, so that ticks of hours fall on local hours whatever the zone's offset.
        var origin = from.atZone(zone).toLocalDate().atStartOfDay(zone).toEpochSecond();
        var ticks = new ArrayList<Instant>();
        var first = origin + Math.ceilDiv(from.getEpochSecond() - origin, step) * step;
        for (var second = first; second <= to.getEpochSecond(); second += step) {
            if (second >= from.getEpochSecond()) {
                ticks.add(Instant.ofEpochSecond(second));
            }
        }
        return ticks;
    }

    /// The distance of two ticks of [#times].
    static Duration timeStep(Duration span, int most) {
        for (var step : TIME_STEPS) {
            if (span.dividedBy(step) + 1 <= most) {
                return step;
            }
        }
        return TIME_STEPS[TIME_STEPS.length - 1];
    }

    // The finest round step of which no more than `most` marks fall inside.
    private static double step(Scale scale, int most) {
        var span = scale.high() - scale.low();
        var power = Math.pow(10, Math.floor(Math.log10(span / (Math.max(1, most) + 1))));
        while (true) {
            for (var factor : STEPS) {
                var step = factor * power;
                if (last(scale, step) - first(scale, step) < Math.max(1, most)) {
                    return step;
                }
            }
            power *= 10;
        }
    }

    private static long first(Scale scale, double step) {
        return (long) Math.ceil(scale.low() / step - 1e-9);
    }

    private static long last(Scale scale, double step) {
        return (long) Math.floor(scale.high() / step + 1e-9);
    }
}
