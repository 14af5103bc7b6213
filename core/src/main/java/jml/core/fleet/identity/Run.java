package jml.core.fleet.identity;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Objectives;
import jml.core.release.Workload;
import org.jspecify.annotations.Nullable;

/// A run of identification as it ended, for the next to go on from. Pods come and go every second and names do not:
/// where nothing changed by which anything is recognised, only the models whose workloads changed are written down
/// anew. Immutable.
///
/// @param naming of the rules
/// @param rows in the roster's order
/// @param hosted models that a workload runs, by instance; of those that run several
record Run(
        IdentityRules rules,
        Naming naming,
        Objectives objectives,
        Observed observed,
        List<Row> rows,
        IdentityHashMap<Workload, Integer> hosted) {

    /// A model with its parts.
    record Row(Facts facts, WorkloadRules workloadRules, Draft draft, Facts.Known known) {
        /// With an equal instance of its facts.
        Row of(ModelFacts shared) {
            return new Row(facts, workloadRules, draft, new Facts.Known(shared, known.served(), known.versions()));
        }

        private boolean runs(IdentityHashMap<Workload, Workload> any) {
            for (int i = 0; i < draft.workloads.size(); i++) {
                if (any.containsKey(draft.workloads.get(i))) {
                    return true;
                }
            }
            return false;
        }

        private Row with(IdentityHashMap<Workload, Workload> changed, IdentityHashMap<Workload, Integer> hosted) {
            var moved = draft.with(changed);
            var name = known.facts().key().name();
            return new Row(facts, workloadRules, moved, facts.of(name, moved, it -> hosted.getOrDefault(it, 1)));
        }
    }

    /// The same models of what was observed now; null when something changed that may tie something to another model.
    @Nullable
    Run recounted(IdentityRules rules, Objectives objectives, Observed now) {
        if (!this.rules.equals(rules)
                || !this.objectives.equals(objectives)
                || !observed.sameBut(now)
                || observed.workloads().size() != now.workloads().size()) {
            return null;
        }
        var changed = new IdentityHashMap<Workload, Workload>();
        var workloads = new ArrayList<>(observed.workloads());
        for (int i = 0; i < workloads.size(); i++) {
            var before = workloads.get(i);
            var after = now.workloads().get(i);
            if (!before.equals(after)) {
                if (!recognisedAlike(before, after)) {
                    return null;
                }
                changed.put(before, after);
                workloads.set(i, after);
            }
        }
        return changed.isEmpty() ? this : with(changed, now.withWorkloads(workloads));
    }

    private Run with(IdentityHashMap<Workload, Workload> changed, Observed now) {
        IdentityHashMap<Workload, Integer> hosting = hosted;
        if (hosted.keySet().stream().anyMatch(changed::containsKey)) {
            hosting = new IdentityHashMap<>();
            for (var each : hosted.entrySet()) {
                hosting.put(changed.getOrDefault(each.getKey(), each.getKey()), each.getValue());
            }
        }
        var next = new ArrayList<>(rows);
        for (int row = 0; row < next.size(); row++) {
            if (next.get(row).runs(changed)) {
                next.set(row, next.get(row).with(changed, hosting));
            }
        }
        return new Run(rules, naming, objectives, now, next, hosting);
    }

    // All that the rules look at; revisions beyond it only say which version serves.
    private static boolean recognisedAlike(Workload one, Workload other) {
        return one.cluster().equals(other.cluster())
                && one.environment().equals(other.environment())
                && one.kind() == other.kind()
                && one.path().equals(other.path())
                && one.labels().equals(other.labels())
                && one.annotations().equals(other.annotations())
                && one.revisions().size() == other.revisions().size()
                && IntStream.range(0, one.revisions().size())
                        .allMatch(i -> recognisedAlike(
                                one.revisions().get(i), other.revisions().get(i)));
    }

    private static boolean recognisedAlike(Workload.Revision one, Workload.Revision other) {
        return one.role() == other.role() && one.digest().equals(other.digest());
    }

    /// True when series that tell an arm tell the same one as in another run with the same rows.
    boolean sameSides(Run other) {
        return IntStream.range(0, rows.size()).allMatch(row -> {
            var one = rows.get(row).known();
            var two = other.rows.get(row).known();
            return one.equals(two) || one.served().sameSides(two.served());
        });
    }

    NameIndex names(String environment) {
        var index = new NameIndex(environment, rules, naming);
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).facts().environment().equals(environment)) {
                add(index, rows.get(row), row);
            }
        }
        return index;
    }

    private static void add(NameIndex index, Row row, int number) {
        index.model(row.known().facts().key().name(), number);
        for (var seen : row.draft().series) {
            var name = SeriesRules.Name.of(seen.preset(), seen.labels());
            if (name != null) {
                name.spellings().forEach(it -> index.series(it, number));
            }
        }
        for (var workload : row.draft().workloads) {
            row.workloadRules().aliases(workload).forEach(it -> index.workload(it, number));
        }
    }
}
