package jml.engine.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jml.core.fleet.Figures;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Roster;
import jml.core.judge.CountInterval;
import jml.core.judge.JudgeInterval;
import jml.core.judge.LatencyInterval;
import jml.core.metric.Count;
import jml.core.model.Arm;
import jml.core.model.ModelKey;

/// Adds up the exact counts of whole minutes, by model and by arm of a release. Counters that reset or pods that go
/// do not matter: the metric store corrects each series before it is summed. One thread at a time.
final class CountLedger {
    /// What is bad of what, for the judge. AGREED turns round: comparisons that did not agree.
    private static final Map<Count, Count> VALID_OF_BAD = Map.of(
            Count.ERRORS, Count.REQUESTS,
            Count.SLOW, Count.REQUESTS,
            Count.COLD_STARTED, Count.REQUESTS,
            Count.AGREED, Count.COMPARED,
            Count.FEATURE_MISSING, Count.FEATURE_VALUES);

    /// @param candidate the version under way for an arm; empty for the whole model
    private record Subject(ModelKey model, Arm arm, String candidate) {}

    private final Map<Subject, long[]> totals = new HashMap<>();

    /// Goes on from where a recorded snapshot stood.
    void seed(FleetSnapshot last) {
        for (int row = 0; row < last.size(); row++) {
            for (var arm : Arm.values()) {
                int subject = last.roster().subject(row, arm);
                if (subject >= 0) {
                    totals.put(subject(last.model(row), arm), counts(last.figures(), subject));
                }
            }
        }
    }

    /// Adds one minute and returns what the judge needs of it.
    List<JudgeInterval> add(MinuteCounts minute, Roster roster) {
        var intervals = new ArrayList<JudgeInterval>();
        for (int subject = 0; subject < roster.subjects(); subject++) {
            int row = roster.rowOf(subject);
            var facts = roster.models().get(row);
            var arm = arm(roster, row, subject);
            boolean judged = facts.releasing() && arm != Arm.ALL;
            var increase = minute.of(subject);
            if (increase != null) {
                addTo(totals.computeIfAbsent(subject(facts, arm), _ -> nothingYet()), increase);
                if (judged) {
                    intervals.addAll(intervals(facts, arm, increase, minute.start(), minute.backfilled()));
                }
            }
            var buckets = judged ? minute.buckets(subject) : null;
            if (buckets != null) {
                intervals.add(new LatencyInterval(
                        facts.key(), facts.candidate(), minute.start(), arm, buckets, minute.backfilled()));
            }
        }
        return intervals;
    }

    void fill(Figures.Builder figures, Roster roster) {
        for (int subject = 0; subject < roster.subjects(); subject++) {
            int row = roster.rowOf(subject);
            var total = totals.get(subject(roster.models().get(row), arm(roster, row, subject)));
            if (total == null) {
                continue;
            }
            for (var count : Count.values()) {
                if (total[count.ordinal()] >= 0) {
                    figures.count(subject, count, total[count.ordinal()]);
                }
            }
        }
    }

    private static List<JudgeInterval> intervals(
            ModelFacts facts, Arm arm, long[] increase, Instant start, boolean backfilled) {
        var intervals = new ArrayList<JudgeInterval>();
        for (var pair : VALID_OF_BAD.entrySet()) {
            long valid = increase[pair.getValue().ordinal()];
            long bad = increase[pair.getKey().ordinal()];
            if (valid < 0 || bad < 0) {
                continue;
            }
            long badEvents = pair.getKey() == Count.AGREED ? Math.max(0, valid - bad) : Math.min(bad, valid);
            intervals.add(new CountInterval(
                    facts.key(), facts.candidate(), start, arm, pair.getKey(), valid, badEvents, backfilled));
        }
        return intervals;
    }

    private static Subject subject(ModelFacts facts, Arm arm) {
        return new Subject(facts.key(), arm, arm == Arm.ALL ? "" : facts.candidate());
    }

    private static Arm arm(Roster roster, int row, int subject) {
        return subject == row ? Arm.ALL : subject == roster.subject(row, Arm.CANARY) ? Arm.CANARY : Arm.BASELINE;
    }

    private static long[] counts(Figures figures, int subject) {
        var counts = new long[Count.values().length];
        for (var count : Count.values()) {
            counts[count.ordinal()] = figures.count(subject, count);
        }
        return counts;
    }

    private static long[] nothingYet() {
        var counts = new long[Count.values().length];
        Arrays.fill(counts, -1);
        return counts;
    }

    private static void addTo(long[] total, long[] increase) {
        for (int i = 0; i < total.length; i++) {
            if (increase[i] >= 0) {
                total[i] = Math.max(0, total[i]) + increase[i];
            }
        }
    }
}
