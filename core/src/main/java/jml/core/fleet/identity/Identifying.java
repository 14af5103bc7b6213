package jml.core.fleet.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Objectives;
import jml.core.fleet.Roster;
import jml.core.fleet.Unmatched;
import jml.core.model.Environment;
import jml.core.release.Workload;
import org.jspecify.annotations.Nullable;

/// One run of identification over all environments.
final class Identifying {
    private final IdentityRules rules;
    private final Observed observed;
    private final Objectives objectives;
    private final Naming naming;
    private final List<Run.Row> rows = new ArrayList<>();
    private final IdentityHashMap<Workload, Integer> hosted = new IdentityHashMap<>();
    private final List<Unmatched> unmatched = new ArrayList<>();
    private final Map<String, Place> places = new TreeMap<>();

    /// @param naming of the rules
    Identifying(IdentityRules rules, Naming naming, Observed observed, Objectives objectives) {
        this.rules = rules;
        this.observed = observed;
        this.objectives = objectives;
        this.naming = naming;
        var stages = new HashMap<String, Environment.Stage>();
        observed.environments().forEach(it -> stages.put(it.name(), it.stage()));
        var names = new TreeSet<>(stages.keySet());
        observed.workloads().forEach(it -> names.add(it.environment()));
        observed.series().forEach(it -> names.add(it.environment()));
        names.forEach(name -> add(name, stages.get(name)));
        rows.sort(Comparator.comparing(row -> row.known().facts().key()));
        unmatched.sort(Comparator.comparing(Unmatched::environment)
                .thenComparing(Unmatched::kind)
                .thenComparing(Unmatched::what)
                .thenComparing(Unmatched::reason));
    }

    private void add(String environment, Environment.@Nullable Stage stage) {
        boolean serving = stage == Environment.Stage.PRODUCTION || stage == Environment.Stage.SIMULATED;
        boolean only = observed.registries().stream()
                .filter(it -> it.environments().contains(environment))
                .allMatch(it -> it.environments().size() == 1);
        var place = new Place(environment, serving || only, rules, naming, observed);
        places.put(environment, place);
        var drafts = place.drafts.byFinalName();
        drafts.values().forEach(draft -> draft.workloads.forEach(it -> hosted.merge(it, 1, Integer::sum)));
        hosted.values().removeIf(models -> models == 1);
        var facts = new Facts(environment, serving, rules, place.registry, objectives);
        drafts.forEach((name, draft) -> rows.add(new Run.Row(
                facts, place.workloadRules, draft, facts.of(name, draft, it -> hosted.getOrDefault(it, 1)))));
        unmatched.addAll(new Losses(place, drafts).unmatched());
    }

    Identification result(@Nullable Identification previous) {
        var rowOf = new IdentityHashMap<Draft, Integer>();
        for (int row = 0; row < rows.size(); row++) {
            rowOf.put(rows.get(row).draft(), row);
        }
        var series = new HashMap<String, Map<String, Integer>>();
        var servers = new HashMap<String, Map<String, int[]>>();
        places.forEach((environment, place) -> {
            var here = new HashMap<String, Integer>();
            place.bySeries.forEach((key, draft) -> here.put(key, rowOf.getOrDefault(draft, -1)));
            series.put(environment, here);
            var shared = new HashMap<String, int[]>();
            place.byServer.forEach((key, drafts) -> shared.put(
                    key,
                    drafts.stream()
                            .mapToInt(it -> rowOf.getOrDefault(it, -1))
                            .sorted()
                            .toArray()));
            servers.put(environment, shared);
        });
        var roster = roster(previous);
        var run = new Run(rules, naming, objectives, observed, rows, hosted);
        return new Identification(run, roster, unmatched, series, servers);
    }

    private Roster roster(@Nullable Identification previous) {
        var facts = new ArrayList<ModelFacts>(rows.size());
        boolean same = previous != null && previous.roster().size() == rows.size();
        for (int row = 0; row < rows.size(); row++) {
            var fresh = rows.get(row).known().facts();
            int before =
                    previous == null ? -1 : previous.roster().row(fresh.key()).orElse(-1);
            var old = previous == null || before < 0
                    ? fresh
                    : previous.roster().models().get(before);
            facts.add(old.equals(fresh) ? old : fresh);
            rows.set(row, rows.get(row).of(facts.get(row)));
            same &= before == row && old.equals(fresh);
        }
        return previous != null && same ? previous.roster() : new Roster(facts);
    }
}
