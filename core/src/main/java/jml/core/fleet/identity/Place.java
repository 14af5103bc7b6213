package jml.core.fleet.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jml.core.release.Workload;

/// The identification of one environment: workloads first, then series, then what is left of both against each other.
final class Place {
    final String environment;
    final RegistryIndex registry;
    final Drafts drafts;
    final WorkloadRules workloadRules;
    final SeriesRules seriesRules;
    /// What keeps a workload or a series without a model, in the order of their names.
    final Map<Workload, String> lostWorkloads = new LinkedHashMap<>();
    final Map<String, String> lostSeries = new LinkedHashMap<>();
    /// Those of them that no mapping can name, because no label names them.
    final Set<String> nameless = new HashSet<>();
    /// The model of each series, by [#key(SeriesRules.Name)].
    final Map<String, Draft> bySeries = new HashMap<>();
    /// The models of each series that measures a server of several, by the same key.
    final Map<String, List<Draft>> byServer = new HashMap<>();
    private final List<Workload> unclaimed = new ArrayList<>();
    private final List<String> anyService;

    /// @param home true where a registered model that tags tie to something is expected to serve
    Place(String environment, boolean home, IdentityRules rules, Naming naming, Observed observed) {
        this.environment = environment;
        this.anyService = rules.series().anyService();
        var workloads = observed.workloads().stream()
                .filter(it -> it.environment().equals(environment))
                .sorted(Comparator.comparing(Workload::cluster)
                        .thenComparing(Workload::path)
                        .thenComparing(Workload::kind))
                .toList();
        var series = sorted(observed.series());
        registry = new RegistryIndex(environment, observed.registries(), rules.registry());
        workloadRules = new WorkloadRules(environment, rules, naming, registry);
        drafts = new Drafts(registry, given(rules, workloads));
        seriesRules = new SeriesRules(environment, rules, naming, registry, drafts);
        if (home) {
            registry.tied().forEach(drafts::named);
        }
        workloads.forEach(seriesRules::exists);
        workloads.forEach(this::place);
        var byKind = series.stream()
                .collect(Collectors.partitioningBy(
                        it -> anyService.contains(it.preset().id())));
        place(byKind.getOrDefault(false, List.of()));
        new Leftovers(this, unclaimed, series).share();
        // Now that every workload has found its models, what measures workloads finds them too.
        byKind.getOrDefault(true, List.of()).forEach(this::measure);
    }

    private List<SeriesSeen> sorted(List<SeriesSeen> series) {
        return series.stream()
                .filter(it -> it.environment().equals(environment))
                .sorted(Comparator.comparing((SeriesSeen it) -> it.preset().id())
                        .thenComparing(SeriesSeen::labels))
                .toList();
    }

    private Set<String> given(IdentityRules rules, List<Workload> workloads) {
        var given = new HashSet<String>();
        rules.mappings().stream().filter(it -> it.holdsIn(environment)).forEach(it -> given.add(it.model()));
        workloads.forEach(it -> given.addAll(workloadRules.hosted(it)));
        return given;
    }

    private void place(Workload workload) {
        var claim = workloadRules.claim(workload);
        if (!claim.contested().isEmpty()) {
            var reason = "Workload " + workload.path() + " could be that of " + String.join(" or ", claim.contested())
                    + ", and is counted for none of them.";
            claim.contested().forEach(name -> drafts.named(name).contested.add(reason));
            lostWorkloads.put(workload, "claimed with equal right by " + String.join(" and ", claim.contested()));
            return;
        }
        for (var name : claim.models()) {
            var draft = drafts.named(name);
            draft.mapped |= claim.mapped();
            run(workload, draft);
        }
        var label = claim.label();
        if (claim.models().isEmpty() && label != null) {
            run(workload, labelled(workload, label));
        } else if (claim.models().isEmpty()) {
            unclaimed.add(workload);
        }
    }

    private Draft labelled(Workload workload, String label) {
        for (var name : List.of(workload.namespace() + "/" + label, label)) {
            if (drafts.knows(name)) {
                return drafts.named(name);
            }
        }
        return drafts.scoped(workload.namespace(), label);
    }

    void run(Workload workload, Draft draft) {
        draft.runs(workload);
        seriesRules.learn(workload, workloadRules.aliases(workload), workloadRules.series(workload), draft);
    }

    // Those with a namespace first: one without belongs to the only namespace of its name, if there is only one.
    private void place(List<SeriesSeen> series) {
        var unknown = new ArrayList<SeriesSeen>();
        for (var seen : series) {
            var name = SeriesRules.Name.of(seen.preset(), seen.labels());
            if (name == null) {
                var what = "series of " + seen.preset().runtime();
                nameless.add(what);
                lostSeries.put(
                        what, "no label " + String.join(" or ", seen.preset().modelLabels()) + " names a model");
                continue;
            }
            var claim = seriesRules.claim(name);
            if (!claim.contested().isEmpty()) {
                contest(name, claim.contested());
            } else if (claim.draft() != null) {
                claim.draft().mapped |= claim.mapped();
                belongs(seen, name, claim.draft());
            } else if (!hosted(name)) {
                unknown.add(seen);
            }
        }
        for (boolean scoped : new boolean[] {true, false}) {
            for (var seen : unknown) {
                var name = SeriesRules.Name.of(seen.preset(), seen.labels());
                if (name != null && name.scope().isEmpty() != scoped) {
                    var draft = drafts.findScoped(name.scope(), name.name());
                    belongs(seen, name, draft != null ? draft : drafts.scoped(name.scope(), name.name()));
                }
            }
        }
    }

    private void measure(SeriesSeen seen) {
        var name = SeriesRules.Name.of(seen.preset(), seen.labels());
        var claim = name == null ? SeriesRules.Claim.NONE : seriesRules.claim(name);
        var draft = claim.draft();
        if (name != null && draft != null) {
            belongs(seen, name, draft);
        } else if (name != null) {
            hosted(name);
        }
    }

    private boolean hosted(SeriesRules.Name name) {
        var drafts = seriesRules.hosted(name);
        if (!drafts.isEmpty()) {
            byServer.put(key(name), drafts);
        }
        return !drafts.isEmpty();
    }

    private void contest(SeriesRules.Name name, Set<String> contested) {
        var reason = "Series " + name.full() + " is tagged for " + String.join(" and ", contested)
                + ", and is counted for none of them.";
        contested.forEach(it -> drafts.named(it).contested.add(reason));
        lostSeries.put(name.full(), "claimed with equal right by " + String.join(" and ", contested));
    }

    private void belongs(SeriesSeen seen, SeriesRules.Name name, Draft draft) {
        draft.series.add(seen);
        bySeries.put(key(name), draft);
    }

    /// A name may mean a workload under one label and a model under another.
    static String key(SeriesRules.Name name) {
        return name.label() + "\n" + name.full();
    }
}
