package jml.engine.judge;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import jml.core.judge.EventMetric;
import jml.core.judge.LatencyBuckets;
import jml.core.judge.LatencyInterval;
import jml.core.judge.LatencyMetric;
import jml.core.judge.PairedLatency;
import jml.core.model.Arm;
import org.jspecify.annotations.Nullable;

/// How long the requests of one release took, minute by minute in each arm.
final class RecordedLatency {
    private static final String NAME = "Latency";

    private final Map<Instant, LatencyBuckets> canary = new HashMap<>();
    private final Map<Instant, LatencyBuckets> baseline = new HashMap<>();

    /// True when the minute is known of both arms. Where it was measured twice the first one stands.
    boolean add(LatencyInterval interval) {
        var arm = interval.arm() == Arm.CANARY ? canary : baseline;
        arm.putIfAbsent(interval.minute(), interval.buckets());
        return canary.containsKey(interval.minute()) && baseline.containsKey(interval.minute());
    }

    /// One guardrail; none where latency was not measured. Requests over the objective's edge are counted anyway, so
    /// that only the baseline's own tail chooses edges here.
    ///
    /// @param minutes of which there shall be an entry each
    /// @param judged of each minute, whether it is one to be judged
    List<LatencyMetric> metrics(List<Instant> minutes, List<Boolean> judged) {
        var edges = minutes.stream()
                .map(baseline::get)
                .filter(Objects::nonNull)
                .map(LatencyBuckets::edgesSeconds)
                .findFirst();
        if (edges.isEmpty()) {
            return List.of();
        }
        var none =
                new LatencyBuckets(edges.get(), Collections.nCopies(edges.get().size(), 0L), 0);
        var paired = IntStream.range(0, minutes.size())
                .mapToObj(at -> paired(minutes.get(at), judged.get(at), none))
                .toList();
        return paired.stream().anyMatch(it -> it.canary().all() > 0)
                ? List.of(new LatencyMetric(NAME, true, Double.NaN, EventMetric.MARGIN, paired))
                : List.of();
    }

    private PairedLatency paired(Instant minute, boolean judged, LatencyBuckets none) {
        var left = canary.get(minute);
        var right = baseline.get(minute);
        return !judged || left == null || right == null
                ? new PairedLatency(none, none)
                : new PairedLatency(left, right);
    }

    /// What of a minute a ruling is made from, the baseline last.
    void canonical(Instant minute, StringBuilder text) {
        line(text, minute, Arm.CANARY, canary.get(minute));
        line(text, minute, Arm.BASELINE, baseline.get(minute));
    }

    private static void line(StringBuilder text, Instant minute, Arm arm, @Nullable LatencyBuckets buckets) {
        if (buckets == null) {
            return;
        }
        text.append(minute.getEpochSecond())
                .append(' ')
                .append(arm)
                .append(" latency ")
                .append(buckets.all());
        for (int i = 0; i < buckets.edgesSeconds().size(); i++) {
            text.append(' ')
                    .append(buckets.edgesSeconds().get(i))
                    .append(':')
                    .append(buckets.atMost().get(i));
        }
        text.append('\n');
    }
}
