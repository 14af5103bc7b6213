package jml.core.fleet.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jml.core.release.Workload;
import org.jspecify.annotations.Nullable;

/// The last rules: workloads that no model claims against models that series alone have shown, parts of a bundle
/// against the bundle's name, and servers that series name beside their models.
final class Leftovers {
    private final Place place;
    private final List<Workload> unclaimed;
    private final List<SeriesSeen> series;

    Leftovers(Place place, List<Workload> unclaimed, List<SeriesSeen> series) {
        this.place = place;
        this.unclaimed = unclaimed;
        this.series = series;
    }

    void share() {
        var left = new ArrayList<Workload>();
        for (var workload : unclaimed) {
            var draft = called(workload);
            if (draft != null) {
                place.run(workload, draft);
            } else {
                left.add(workload);
            }
        }
        for (var workload : parts(left)) {
            // What Kubernetes runs for itself is no model that somebody forgot to name.
            if (!workload.namespace().startsWith("kube-")) {
                place.lostWorkloads.put(workload, "no model, series or mapping has its name, labels or image");
            }
        }
        host();
    }

    private @Nullable Draft called(Workload workload) {
        var naming = place.workloadRules.naming();
        for (var word : place.workloadRules.words(workload)) {
            for (var spelling : List.of(word, naming.bare(word))) {
                var draft = place.drafts.findScoped(workload.namespace(), spelling);
                if (draft != null) {
                    return draft;
                }
            }
        }
        return null;
    }

    /// What is left when every model without a workload in a namespace got the only part of its bundle there.
    private List<Workload> parts(List<Workload> workloads) {
        var candidates = new LinkedHashMap<Part, List<Workload>>();
        for (var workload : workloads) {
            var part = part(workload);
            if (part != null) {
                candidates.computeIfAbsent(part, _ -> new ArrayList<>()).add(workload);
            }
        }
        var taken = new HashSet<String>();
        candidates.forEach((part, those) -> {
            if (those.size() == 1) {
                var draft = part.draft() != null ? part.draft() : place.drafts.named(part.registered());
                place.run(those.getFirst(), draft);
                taken.add(id(those.getFirst()));
            }
        });
        return workloads.stream().filter(it -> !taken.contains(id(it))).toList();
    }

    /// A model that bundle labels name, in one namespace of one cluster.
    private record Part(String registered, @Nullable Draft draft, String cluster, String namespace) {}

    private @Nullable Part part(Workload workload) {
        for (var word : place.workloadRules.bundles(workload)) {
            var registered = place.workloadRules.registered(word);
            var name = registered.size() == 1 ? registered.iterator().next() : "";
            var draft =
                    name.isEmpty() ? place.drafts.findScoped(workload.namespace(), word) : place.drafts.findNamed(name);
            boolean served = draft != null && draft.workloads.stream().anyMatch(it -> sameNamespace(it, workload));
            if (!served && (draft != null || !name.isEmpty())) {
                return new Part(name, draft, workload.cluster(), workload.namespace());
            }
        }
        return null;
    }

    private static String id(Workload workload) {
        return workload.cluster() + "\n" + workload.path() + "\n" + workload.kind();
    }

    private static boolean sameNamespace(Workload one, Workload other) {
        return one.cluster().equals(other.cluster()) && one.namespace().equals(other.namespace());
    }

    private void host() {
        var homeless = new HashSet<Draft>();
        place.drafts.all().stream().filter(it -> it.workloads.isEmpty()).forEach(homeless::add);
        if (homeless.isEmpty()) {
            return;
        }
        var servers = servers();
        for (var seen : series) {
            var name = SeriesRules.Name.of(seen.preset(), seen.labels());
            var draft = name == null ? null : place.bySeries.get(Place.key(name));
            if (name != null && draft != null && homeless.contains(draft)) {
                var server = server(seen, name, servers);
                if (server != null) {
                    draft.runs(server);
                    place.lostWorkloads.remove(server);
                }
            }
        }
    }

    private @Nullable Workload server(SeriesSeen seen, SeriesRules.Name name, Map<String, Set<Workload>> servers) {
        for (var label : seen.labels().toMap().entrySet()) {
            boolean telling = !seen.preset().modelLabels().contains(label.getKey())
                    && !seen.preset().versionLabels().contains(label.getKey())
                    && !label.getKey().contains("namespace");
            for (var word : telling ? serverNames(label.getKey(), label.getValue()) : List.<String>of()) {
                var found = servers.getOrDefault(word, Set.of()).stream()
                        .filter(it -> name.scope().isEmpty() || name.scope().equals(it.namespace()))
                        .toList();
                if (found.size() == 1) {
                    return found.getFirst();
                }
            }
        }
        return null;
    }

    // A pod is called after its workload, with one or two parts more.
    private static List<String> serverNames(String label, String value) {
        int last = value.lastIndexOf('-');
        int beforeLast = last < 0 ? -1 : value.lastIndexOf('-', last - 1);
        if (!label.contains("pod") || beforeLast <= 0) {
            return List.of(value);
        }
        return List.of(value.substring(0, beforeLast), value.substring(0, last));
    }

    private Map<String, Set<Workload>> servers() {
        var byWord = new HashMap<String, Set<Workload>>();
        Set<Workload> all = Collections.newSetFromMap(new IdentityHashMap<>());
        all.addAll(place.lostWorkloads.keySet());
        place.drafts.all().forEach(draft -> all.addAll(draft.workloads));
        for (var workload : all) {
            for (var word : place.workloadRules.words(workload)) {
                byWord.computeIfAbsent(word, _ -> new LinkedHashSet<>()).add(workload);
            }
        }
        return byWord;
    }
}
