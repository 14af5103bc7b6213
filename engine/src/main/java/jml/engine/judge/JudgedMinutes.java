package jml.engine.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jml.core.judge.CountInterval;
import jml.core.judge.EventMetric;
import jml.core.judge.JudgeInterval;
import jml.core.judge.LatencyInterval;
import jml.core.judge.PairedCounts;
import jml.core.judge.ReleaseMetrics;
import jml.core.metric.Count;
import jml.core.model.Arm;
import org.jspecify.annotations.Nullable;

/// The recorded minutes of one release, made comparable: each minute in which anything was counted in both arms, and
/// one entry a minute in every metric.
final class JudgedMinutes {
    /// A version that has just begun to serve is slow for reasons that pass, and each of its first requests meets a
    /// cold server: every canary would fail by its cold starts.
    static final Duration WARM_UP = Duration.ofMinutes(5);

    private static final PairedCounts NOTHING = new PairedCounts(0, 0, 0, 0);

    /// What is judged, the most telling first.
    private static final List<Rule> RULES = List.of(
            new Rule(Count.AGREED, "Disagreement", true, EventMetric.DISAGREEMENT_MARGIN),
            new Rule(Count.ERRORS, "Errors", true, EventMetric.MARGIN),
            new Rule(Count.SLOW, "Slow requests", true, EventMetric.MARGIN),
            new Rule(Count.FEATURE_MISSING, "Missing features", false, EventMetric.MARGIN),
            new Rule(Count.COLD_STARTED, "Cold starts", false, EventMetric.MARGIN));

    private final Map<Slot, CountInterval> canary = new HashMap<>();
    private final Map<Slot, CountInterval> baseline = new HashMap<>();
    private final RecordedLatency latency = new RecordedLatency();
    private final List<Instant> minutes;

    private record Rule(Count bad, String name, boolean critical, double margin) {}

    private record Slot(Count bad, Instant minute) {}

    /// @param recorded of one release; where a minute was counted twice the first one stands
    JudgedMinutes(List<JudgeInterval> recorded, Instant until) {
        var counted = new TreeSet<Instant>();
        for (var interval : recorded) {
            if (end(interval.minute()).isAfter(until)) {
                continue;
            }
            if (interval instanceof LatencyInterval slow && latency.add(slow)) {
                counted.add(slow.minute());
            }
            if (interval instanceof CountInterval count) {
                var slot = new Slot(count.bad(), count.minute());
                var arm = count.arm() == Arm.CANARY ? canary : baseline;
                arm.putIfAbsent(slot, count);
                if (canary.containsKey(slot) && baseline.containsKey(slot)) {
                    counted.add(count.minute());
                }
            }
        }
        minutes = List.copyOf(counted);
    }

    /// Oldest first.
    List<Instant> minutes() {
        return minutes;
    }

    /// The first minute that counts, whether it has come yet or not.
    Instant begun() {
        return minutes.getFirst().plus(WARM_UP);
    }

    static Instant end(Instant minute) {
        return minute.plus(Duration.ofMinutes(1));
    }

    /// Only those of which anything was ever counted.
    ReleaseMetrics metrics() {
        var begun = minutes.stream().map(it -> !it.isBefore(begun())).toList();
        return new ReleaseMetrics(events(), latency.metrics(minutes, begun), List.of());
    }

    private List<EventMetric> events() {
        var metrics = new ArrayList<EventMetric>();
        for (var rule : RULES) {
            var paired =
                    minutes.stream().map(minute -> counts(rule.bad, minute)).toList();
            if (paired.stream().anyMatch(it -> it.all() > 0)) {
                metrics.add(new EventMetric(rule.name, rule.critical, rule.margin, paired));
            }
        }
        return metrics;
    }

    private PairedCounts counts(Count bad, Instant minute) {
        var slot = new Slot(bad, minute);
        var left = canary.get(slot);
        var right = baseline.get(slot);
        if (left == null || right == null || minute.isBefore(begun())) {
            return NOTHING;
        }
        return new PairedCounts(left.valid(), left.badEvents(), right.valid(), right.badEvents());
    }

    /// Requests of both arms from `from` up to but not at `to`; what is compared where nobody counts requests.
    PairedCounts traffic(Instant from, Instant to) {
        var sum = NOTHING;
        for (var minute : minutes) {
            if (!minute.isBefore(from) && !end(minute).isAfter(to)) {
                var errors = paired(Count.ERRORS, minute);
                sum = sum.plus(errors.all() > 0 ? errors : paired(Count.AGREED, minute));
            }
        }
        return sum;
    }

    private PairedCounts paired(Count bad, Instant minute) {
        var left = canary.get(new Slot(bad, minute));
        var right = baseline.get(new Slot(bad, minute));
        return left == null || right == null ? NOTHING : new PairedCounts(left.valid(), 0, right.valid(), 0);
    }

    /// What a ruling is made from, line by line in one order, so that the same minutes give the same bytes.
    String canonical() {
        var text = new StringBuilder();
        for (var minute : minutes) {
            for (var rule : RULES) {
                line(text, canary.get(new Slot(rule.bad, minute)));
                line(text, baseline.get(new Slot(rule.bad, minute)));
            }
            latency.canonical(minute, text);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, @Nullable CountInterval counted) {
        if (counted != null) {
            text.append(counted.minute().getEpochSecond())
                    .append(' ')
                    .append(counted.arm())
                    .append(' ')
                    .append(counted.bad().id())
                    .append(' ')
                    .append(counted.badEvents())
                    .append(' ')
                    .append(counted.valid())
                    .append('\n');
        }
    }
}
