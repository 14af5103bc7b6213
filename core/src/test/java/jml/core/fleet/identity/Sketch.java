package jml.core.fleet.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import jml.core.fleet.Objectives;
import jml.core.metric.LabelSet;
import jml.core.metric.MetricPreset;
import jml.core.model.Environment;
import jml.core.registry.ModelVersion;
import jml.core.registry.RegisteredModel;
import jml.core.release.PodCounts;
import jml.core.release.Rollout;
import jml.core.release.Workload;

/// Draws what sources saw with few words: `key=value` texts are labels, tags or aliases.
final class Sketch {
    static final String PROD = "prod";
    static final Instant MADE = Instant.parse("2026-11-24T14:00:00Z");
    static final MetricPreset GENERIC = preset("generic", List.of("namespace"), List.of("model"));
    static final MetricPreset ISTIO = preset("istio", List.of("namespace"), List.of("destination_workload"));
    static final MetricPreset SELDON = preset("seldon", List.of("server"), List.of("model"));

    private final List<Environment> environments = new ArrayList<>();
    private final Map<String, List<RegisteredModel>> registries = new LinkedHashMap<>();
    private final List<Workload> workloads = new ArrayList<>();
    private final List<SeriesSeen> series = new ArrayList<>();
    private IdentityRules rules = IdentityRules.defaults();

    Sketch() {
        environments.add(new Environment(PROD, Environment.Stage.PRODUCTION, false));
    }

    static MetricPreset preset(String id, List<String> place, List<String> model) {
        return new MetricPreset(
                id,
                id,
                List.of(id + "_total"),
                new MetricPreset.Labels(place, model, List.of("version", "track")),
                Map.of(),
                Map.of(),
                Map.of(),
                null,
                Map.of());
    }

    Sketch rules(IdentityRules rules) {
        this.rules = rules;
        return this;
    }

    Sketch mapping(jml.core.fleet.Unmatched.Kind kind, String name, String model) {
        return rules(rules.withMappings(List.of(new Mapping("", kind, name, model))));
    }

    Sketch emptyRegistry() {
        registries.putIfAbsent("mlflow", new ArrayList<>());
        return this;
    }

    Sketch model(String name, String... tags) {
        return model(name, tags, new String[0]);
    }

    Sketch model(String name, String[] tags, String[] aliases, ModelVersion... versions) {
        return modelIn("mlflow", name, tags, aliases, versions);
    }

    Sketch modelIn(String registry, String name, String[] tags, String[] aliases, ModelVersion... versions) {
        registries
                .computeIfAbsent(registry, _ -> new ArrayList<>())
                .add(new RegisteredModel(name, "", pairs(tags), pairs(aliases), List.of(versions)));
        return this;
    }

    static ModelVersion version(String number, String... tags) {
        return new ModelVersion(number, MADE, ModelVersion.Status.READY, "", "", "", pairs(tags));
    }

    Sketch workload(String path, String... labels) {
        return workload(path, labels, revision("h1", Workload.Role.STABLE, "", "", 2));
    }

    Sketch workload(String path, String[] labels, Workload.Revision... revisions) {
        return workload(path, labels, null, revisions);
    }

    Sketch workload(String path, String[] labels, Rollout rollout, Workload.Revision... revisions) {
        int pods =
                Arrays.stream(revisions).mapToInt(Workload.Revision::replicas).sum();
        int ready = Arrays.stream(revisions).mapToInt(Workload.Revision::ready).sum();
        workloads.add(new Workload(
                "eu",
                PROD,
                rollout == null ? Workload.Kind.DEPLOYMENT : Workload.Kind.ROLLOUT,
                path.substring(0, path.indexOf('/')),
                path.substring(path.indexOf('/') + 1),
                path,
                pairs(labels),
                pairs(annotations(labels)),
                List.of(revisions),
                new PodCounts(pods, pods, ready, 3, List.of()),
                new Workload.Resources(6, 6_000, 3),
                rollout,
                pods == 0));
        return this;
    }

    /// A label written `@key=value` is an annotation.
    private static String[] annotations(String[] labels) {
        return Arrays.stream(labels)
                .filter(it -> it.startsWith("@"))
                .map(it -> it.substring(1))
                .toArray(String[]::new);
    }

    static Workload.Revision revision(String hash, Workload.Role role, String version, String image, int pods) {
        return revision(hash, role, version, image, pods, Double.NaN);
    }

    static Workload.Revision revision(
            String hash, Workload.Role role, String version, String image, int pods, double weight) {
        var digest = image.contains("sha256:") ? image.substring(image.indexOf("sha256:")) : "";
        return new Workload.Revision(hash, hash.hashCode() & 7, role, image, digest, version, pods, pods, weight, MADE);
    }

    static Rollout rollout(Rollout.Phase phase, double weight) {
        var steps = List.of(
                new Rollout.Step(Rollout.Step.Kind.SET_WEIGHT, 0.25, null, ""),
                new Rollout.Step(Rollout.Step.Kind.PAUSE, Double.NaN, Duration.ofMinutes(10), ""));
        return new Rollout(phase, "", steps, 1, weight, null, MADE, false, true, List.of());
    }

    Sketch series(String... labels) {
        return series(GENERIC, labels);
    }

    Sketch series(MetricPreset preset, String... labels) {
        return seriesIn(PROD, preset, labels);
    }

    Sketch seriesIn(String environment, MetricPreset preset, String... labels) {
        series.add(new SeriesSeen(environment, preset, LabelSet.of(pairs(labels))));
        return this;
    }

    Sketch environment(String name, Environment.Stage stage) {
        environments.add(new Environment(name, stage, false));
        return this;
    }

    Observed observed() {
        return new Observed(
                environments, registries.entrySet().stream().map(this::registry).toList(), workloads, series);
    }

    private Observed.Registry registry(Map.Entry<String, List<RegisteredModel>> it) {
        var served = environments.stream().map(Environment::name).toList();
        return new Observed.Registry(it.getKey(), Set.copyOf(served), it.getValue());
    }

    Observed shuffled(Random random) {
        var shuffledRegistries = new ArrayList<Observed.Registry>();
        for (var entry : registries.entrySet()) {
            var models = new ArrayList<>(entry.getValue());
            Collections.shuffle(models, random);
            shuffledRegistries.add(registry(Map.entry(entry.getKey(), models)));
        }
        var shuffledWorkloads = new ArrayList<>(workloads);
        var shuffledSeries = new ArrayList<>(series);
        Collections.shuffle(shuffledRegistries, random);
        Collections.shuffle(shuffledWorkloads, random);
        Collections.shuffle(shuffledSeries, random);
        return new Observed(environments, shuffledRegistries, shuffledWorkloads, shuffledSeries);
    }

    IdentityRules rules() {
        return rules;
    }

    Identification identify() {
        return rules.identify(observed(), Objectives.defaults(), null);
    }

    static Map<String, String> pairs(String... pairs) {
        var map = new TreeMap<String, String>();
        for (var pair : pairs) {
            if (!pair.startsWith("@")) {
                map.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        return map;
    }

    /// One line a row: "name: workloads <- series", in row order; `!` after the name where no registry has it.
    static List<String> told(Identification identified, Observed observed) {
        var rows = new ArrayList<String>();
        var models = identified.roster().models();
        for (int row = 0; row < models.size(); row++) {
            var facts = models.get(row);
            int at = row;
            var places = facts.placements().stream()
                    .filter(it -> it.where().startsWith("eu:"))
                    .map(it -> it.where().substring(3) + (it.hosted() > 1 ? "/" + it.hosted() : ""))
                    .distinct()
                    .toList();
            var series = observed.series().stream()
                    .filter(it -> identified.subject(it.environment(), it.preset(), it.labels(), false) == at)
                    .map(it -> it.labels().get(it.preset().modelLabels().getLast()))
                    .distinct()
                    .sorted()
                    .toList();
            rows.add(facts.key().name() + (facts.registryName().isEmpty() ? "!" : "") + ": " + String.join(" ", places)
                    + " <- " + String.join(" ", series));
        }
        return rows;
    }
}
