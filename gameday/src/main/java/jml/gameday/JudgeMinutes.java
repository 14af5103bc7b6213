package jml.gameday;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jml.core.judge.CountInterval;
import jml.core.judge.JudgeInterval;
import jml.core.judge.LatencyBuckets;
import jml.core.judge.LatencyInterval;
import jml.core.metric.Count;
import jml.core.model.Arm;
import jml.gameday.traffic.Edges;
import jml.gameday.traffic.Measures;

/// The judge's input of releases under way: what each arm counted in each whole minute.
final class JudgeMinutes {
    private static final int MINUTE = 60;

    /// What is counted as bad, and of what.
    private static final Map<Count, Count> VALID = Map.of(
            Count.ERRORS, Count.REQUESTS,
            Count.SLOW, Count.REQUESTS,
            Count.COLD_STARTED, Count.REQUESTS,
            Count.AGREED, Count.COMPARED,
            Count.FEATURE_MISSING, Count.FEATURE_VALUES);

    private JudgeMinutes() {}

    /// The minutes that end after `from` and no later than `to`, oldest first.
    static List<JudgeInterval> between(List<ModelRow> rows, Instant from, Instant to) {
        var intervals = new ArrayList<JudgeInterval>();
        long last = Math.floorDiv(to.getEpochSecond(), MINUTE);
        for (long minute = Math.floorDiv(from.getEpochSecond(), MINUTE); minute < last; minute++) {
            var start = Instant.ofEpochSecond(minute * MINUTE);
            for (var row : rows) {
                add(row, start, intervals);
            }
        }
        return intervals;
    }

    private static void add(ModelRow row, Instant start, List<JudgeInterval> intervals) {
        double end = row.seconds(start) + MINUTE;
        var facts = row.facts(end);
        // A release that began or ended within the minute has no whole minute to judge.
        if (!facts.releasing()
                || !facts.candidate().equals(row.facts(end - MINUTE).candidate())) {
            return;
        }
        var before = row.reading(end - MINUTE);
        var after = row.reading(end);
        for (var arm : new Arm[] {Arm.BASELINE, Arm.CANARY}) {
            var was = before.of(arm);
            var now = after.of(arm);
            if (was == null || now == null || after.stretch().silent()) {
                continue;
            }
            VALID.forEach((bad, valid) -> {
                long all = grown(was, now, valid);
                long counted = grown(was, now, bad);
                long badEvents = bad == Count.AGREED ? all - counted : Math.min(counted, all);
                intervals.add(
                        new CountInterval(facts.key(), facts.candidate(), start, arm, bad, all, badEvents, false));
            });
            var buckets = buckets(row.edges(), was, now);
            intervals.add(new LatencyInterval(facts.key(), facts.candidate(), start, arm, buckets, false));
        }
    }

    private static LatencyBuckets buckets(Edges edges, Measures was, Measures now) {
        var atMost = new ArrayList<Long>();
        for (int edge = 0; edge <= Edges.COUNT; edge++) {
            atMost.add(now.atMost(edge) - was.atMost(edge));
        }
        long all = atMost.removeLast();
        return LatencyBuckets.rising(Arrays.stream(edges.seconds()).boxed().toList(), atMost, all);
    }

    private static long grown(Measures was, Measures now, Count count) {
        return now.count(count) - was.count(count);
    }
}
