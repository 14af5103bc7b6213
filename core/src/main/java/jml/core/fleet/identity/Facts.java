package jml.core.fleet.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Objectives;
import jml.core.model.ModelKey;
import jml.core.release.PodCounts;
import jml.core.release.Rollout;
import jml.core.release.Workload;
import jml.core.text.Words;

/// Writes down what is known of a model once its parts are found.
///
/// @param aliasesCount whether aliases of the registry say what should serve in this environment
record Facts(
        String environment, boolean aliasesCount, IdentityRules rules, RegistryIndex registry, Objectives objectives) {

    /// A model's facts, and what its series need to find their side.
    record Known(ModelFacts facts, Served served, Versions versions) {}

    /// @param hosted number of models that a workload runs
    Known of(String name, Draft draft, ToIntFunction<Workload> hosted) {
        var versions = new Versions(draft.registered, rules.registry());
        var served = served(draft, versions, hosted);
        var key = new ModelKey(environment, name);
        var pods = pods(draft.workloads);
        var facts = new ModelFacts(
                key,
                said(draft, rules.people().owner()),
                said(draft, rules.people().useCase()),
                draft.registered == null ? "" : draft.registered.name(),
                home(draft),
                aliases(draft),
                served.version(),
                served.candidate(),
                served.candidateWeight(),
                served.placements(),
                served.rollout(),
                pods,
                resources(draft.workloads, hosted),
                paused(draft, served, pods),
                objectives.of(key),
                findings(draft, served, versions));
        return new Known(facts, served, versions);
    }

    private String home(Draft draft) {
        var registered = draft.registered;
        return registered == null || registry.homes(registered.name()).isEmpty()
                ? ""
                : registry.homes(registered.name()).getFirst();
    }

    private Served served(Draft draft, Versions versions, ToIntFunction<Workload> hosted) {
        if (draft.workloads.isEmpty()) {
            return Served.bySeries(draft, versions, aliases(draft).getOrDefault(servingAlias(draft), ""));
        }
        var told = versions.told(draft.series);
        return new Serving(draft, versions, hosted, rules.cluster())
                .served()
                .orElse(told.size() == 1 ? told.getFirst() : "");
    }

    private static Map<String, String> aliases(Draft draft) {
        return draft.registered == null ? Map.of() : draft.registered.aliases();
    }

    private String servingAlias(Draft draft) {
        return rules.registry().servingAliases().stream()
                .filter(aliases(draft)::containsKey)
                .findFirst()
                .orElse("");
    }

    private static String said(Draft draft, List<String> names) {
        var tags = draft.registered == null ? Map.<String, String>of() : draft.registered.tags();
        return names.stream()
                .flatMap(name ->
                        Stream.concat(Stream.of(tags.getOrDefault(name, "").strip()), values(draft, name)))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Stream<String> values(Draft draft, String name) {
        return draft.workloads.stream().flatMap(it -> WorkloadRules.value(it, name).stream());
    }

    private static PodCounts pods(List<Workload> workloads) {
        if (workloads.isEmpty()) {
            return PodCounts.NONE;
        }
        if (workloads.size() == 1) {
            return workloads.getFirst().pods();
        }
        var problems = new TreeMap<String, PodCounts.Problem>();
        for (var workload : workloads) {
            for (var problem : workload.pods().problems()) {
                problems.merge(
                        problem.reason(),
                        problem,
                        (one, other) -> new PodCounts.Problem(
                                one.reason(), one.message(), one.pods() + other.pods(), one.examplePod()));
            }
        }
        return new PodCounts(
                workloads.stream().mapToInt(it -> it.pods().desired()).sum(),
                workloads.stream().mapToInt(it -> it.pods().total()).sum(),
                workloads.stream().mapToInt(it -> it.pods().ready()).sum(),
                workloads.stream().mapToInt(it -> it.pods().restarts()).sum(),
                problems.values().stream()
                        .sorted((one, other) -> Integer.compare(other.pods(), one.pods()))
                        .toList());
    }

    private static Workload.Resources resources(List<Workload> workloads, ToIntFunction<Workload> hosted) {
        double cores = 0;
        long bytes = 0;
        double gpus = 0;
        for (var workload : workloads) {
            double share = Sharing.share(hosted.applyAsInt(workload), Double.NaN, Double.NaN);
            cores += workload.resources().cpuCores() * share;
            bytes += Math.round(workload.resources().memoryBytes() * share);
            gpus += workload.resources().gpus() * share;
        }
        return new Workload.Resources(cores, bytes, gpus);
    }

    private String paused(Draft draft, Served served, PodCounts pods) {
        var said = rules.people().paused().stream()
                .flatMap(name -> values(draft, name))
                .findFirst();
        if (said.isPresent()) {
            return said.get();
        }
        boolean asleep = !draft.workloads.isEmpty() && pods.total() == 0;
        if (asleep && draft.workloads.stream().allMatch(Workload::scaledToZeroOnPurpose)) {
            return "scaled to zero";
        }
        var rollout = served.rollout();
        if (rollout == null
                || rollout.phase() != Rollout.Phase.PAUSED
                || served.candidate().isEmpty()) {
            return "";
        }
        if (rollout.pause() == Rollout.PauseReason.PERSON) {
            return "the rollout was paused by a person";
        }
        boolean timed = rollout.step() < rollout.steps().size()
                && rollout.steps().get(rollout.step()).hold() != null;
        return rollout.pause() == Rollout.PauseReason.STEP && !timed ? "the rollout waits for a person" : "";
    }

    private List<String> findings(Draft draft, Served served, Versions versions) {
        var findings = new ArrayList<>(draft.contested);
        var registered = draft.registered;
        if (registered == null) {
            return findings;
        }
        var homes = registry.homes(registered.name());
        if (homes.size() > 1) {
            findings.add("Registries " + String.join(" and ", homes) + " both have this model; " + homes.getFirst()
                    + " counts.");
        }
        for (var alias : new TreeMap<>(registered.aliases()).entrySet()) {
            if (!versions.exists(alias.getValue())) {
                findings.add("Alias " + alias.getKey() + " points at " + Words.version(alias.getValue())
                        + ", which was deleted.");
            }
        }
        var alias = servingAlias(draft);
        var target = registered.aliases().getOrDefault(alias, "");
        boolean comparable = aliasesCount && versions.exists(target) && versions.exists(served.version());
        if (comparable && !target.equals(served.version()) && !target.equals(served.candidate())) {
            findings.add("Alias " + alias + " points at " + Words.version(target) + ", but "
                    + Words.version(served.version()) + " serves.");
        }
        findings.addAll(lies(draft, versions));
        return findings;
    }

    // What a workload says of its version, and what the registry says of its image.
    private static Set<String> lies(Draft draft, Versions versions) {
        var lies = new TreeSet<String>();
        var seen = new HashMap<String, String>();
        for (var workload : draft.workloads) {
            for (var revision : workload.revisions()) {
                var said = versions.said(revision);
                var carried = versions.carried(revision);
                boolean runs = revision.role() != Workload.Role.OLD || revision.replicas() > 0;
                if (runs
                        && !said.isEmpty()
                        && !carried.isEmpty()
                        && !said.equals(carried)
                        && seen.put(workload.path(), said) == null) {
                    lies.add("Workload " + workload.path() + " says " + Words.version(said) + " and runs the image of "
                            + Words.version(carried) + ".");
                }
            }
        }
        return lies;
    }
}
