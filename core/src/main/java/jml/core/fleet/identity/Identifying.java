package jml.core.fleet.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import jml.core.fleet.Environment;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Objectives;
import jml.core.fleet.Roster;
import jml.core.fleet.Unmatched;
import jml.core.release.Workload;
import org.jspecify.annotations.Nullable;

/// One run of identification over all environments.
final class Identifying {
    private final IdentityRules rules;
    private final Observed observed;
    private final Objectives objectives;
    private final List<Row> rows = new ArrayList<>();
    private final List<Unmatched> unmatched = new ArrayList<>();
    private final Map<String, Place> places = new TreeMap<>();

    private record Row(Place place, Draft draft, Facts.Known known) {}

    Identifying(IdentityRules rules, Observed observed, Objectives objectives) {
        this.rules = rules;
        this.observed = observed;
        this.objectives = objectives;
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
        var place = new Place(environment, serving || only, rules, observed);
        places.put(environment, place);
        var hosted = new IdentityHashMap<Workload, Integer>();
        var drafts = place.drafts.byFinalName();
        drafts.values().forEach(draft -> draft.workloads.forEach(it -> hosted.merge(it, 1, Integer::sum)));
        var facts =
                new Facts(environment, serving, rules, place.registry, objectives, it -> hosted.getOrDefault(it, 1));
        drafts.forEach((name, draft) -> rows.add(new Row(place, draft, facts.of(name, draft))));
        unmatched.addAll(new Losses(place, drafts).unmatched());
    }

    Identification result(@Nullable Identification previous) {
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
            same &= before == row && old.equals(fresh);
        }
        var roster = previous != null && same ? previous.roster() : new Roster(facts);
        var rowOf = new IdentityHashMap<Draft, Integer>();
        for (int row = 0; row < rows.size(); row++) {
            rowOf.put(rows.get(row).draft(), row);
        }
        var series = new HashMap<String, Map<String, Integer>>();
        places.forEach((environment, place) -> {
            var here = new HashMap<String, Integer>();
            place.bySeries.forEach((key, draft) -> here.put(key, rowOf.getOrDefault(draft, -1)));
            series.put(environment, here);
        });
        return new Identification(
                roster, unmatched, rows.stream().map(Row::known).toList(), series, names(), sharing(rowOf));
    }

    private Map<String, NameIndex> names() {
        var names = new HashMap<String, NameIndex>();
        places.keySet().forEach(it -> names.put(it, new NameIndex(it, rules)));
        for (int row = 0; row < rows.size(); row++) {
            var place = rows.get(row).place();
            var draft = rows.get(row).draft();
            var index = names.get(place.environment);
            if (index == null) {
                continue;
            }
            index.model(rows.get(row).known().facts().key().name(), row);
            for (var seen : draft.series) {
                var name = SeriesRules.Name.of(seen.preset(), seen.labels());
                if (name != null) {
                    int at = row;
                    name.spellings().forEach(it -> index.series(it, at));
                }
            }
            for (var workload : draft.workloads) {
                for (var alias : place.workloadRules.aliases(workload)) {
                    index.workload(alias, row);
                }
            }
        }
        return names;
    }

    private int[][] sharing(Map<Draft, Integer> rowOf) {
        var byServer = new IdentityHashMap<Workload, TreeSet<Integer>>();
        rowOf.forEach((draft, row) -> draft.workloads.forEach(
                it -> byServer.computeIfAbsent(it, _ -> new TreeSet<>()).add(row)));
        var sharing = new int[rows.size()][];
        for (int row = 0; row < sharing.length; row++) {
            var together = new TreeSet<Integer>();
            together.add(row);
            rows.get(row).draft().workloads.forEach(it -> together.addAll(byServer.getOrDefault(it, new TreeSet<>())));
            sharing[row] = together.stream().mapToInt(Integer::intValue).toArray();
        }
        return sharing;
    }
}
