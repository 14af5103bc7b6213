package jml.gameday;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Placement;
import jml.core.release.PodCounts;
import jml.core.release.Rollout;
import jml.core.release.Workload;
import jml.gameday.catalogue.SimulatedModel;
import jml.gameday.chance.Chance;
import jml.gameday.plan.Setup;
import jml.gameday.plan.Span;
import jml.gameday.plan.Stretch;

/// What registry and cluster would tell of a simulated model.
final class FactsOfModel {
    /// Name of the one source, and of the cluster there would be.
    static final String SOURCE = "Simulator";

    private static final double[] WEIGHTS = {0.05, 0.1, 0.25, 0.5};
    private static final List<Rollout.Step> STEPS = steps();

    private FactsOfModel() {}

    private static List<Rollout.Step> steps() {
        var steps = new ArrayList<Rollout.Step>();
        for (double weight : WEIGHTS) {
            steps.add(new Rollout.Step(Rollout.Step.Kind.SET_WEIGHT, weight, null, ""));
            steps.add(new Rollout.Step(Rollout.Step.Kind.PAUSE, Double.NaN, Duration.ofHours(1), ""));
        }
        steps.add(new Rollout.Step(Rollout.Step.Kind.SET_WEIGHT, 1, null, ""));
        return List.copyOf(steps);
    }

    static ModelFacts at(ModelRow row, Stretch stretch, Span span) {
        var model = row.model();
        var setup = stretch.setup();
        return new ModelFacts(
                row.key(),
                model.owner(),
                model.useCase(),
                model.names().registry(),
                model.names().registry().isEmpty() ? "" : SOURCE,
                aliases(model, setup),
                setup.version(),
                setup.candidate(),
                setup.releasing() ? setup.weight() : Double.NaN,
                placements(row, stretch),
                setup.releasing() ? rollout(row, stretch, span) : null,
                model.outside() ? PodCounts.NONE : pods(stretch),
                resources(model, setup),
                setup.pausedBy(),
                model.objectives(),
                List.of());
    }

    static Map<String, String> aliases(SimulatedModel model, Setup setup) {
        if (model.names().registry().isEmpty()) {
            return Map.of();
        }
        return setup.releasing()
                ? Map.of("champion", setup.version(), "challenger", setup.candidate())
                : Map.of("champion", setup.version());
    }

    private static List<Placement> placements(ModelRow row, Stretch stretch) {
        var setup = stretch.setup();
        int canary = canaryReplicas(setup);
        var stable = placement(
                row,
                Workload.Role.STABLE,
                setup.version(),
                1 - setup.weight(),
                setup.replicas() - canary,
                stretch.ready() - canary);
        return setup.releasing()
                ? List.of(
                        stable, placement(row, Workload.Role.CANARY, setup.candidate(), setup.weight(), canary, canary))
                : List.of(stable);
    }

    private static Placement placement(
            ModelRow row, Workload.Role role, String version, double share, int replicas, int ready) {
        var model = row.model();
        boolean outside = model.outside();
        var revision = row.story().revision(version);
        return new Placement(
                outside ? "series model=" + model.names().metricLabel() : SOURCE + ":" + path(model),
                outside ? Workload.Kind.OTHER : kind(model),
                role,
                version,
                outside ? "" : digest(model, version),
                outside ? 0 : revision.number(),
                outside ? null : revision.since(),
                share,
                outside ? 0 : replicas,
                outside ? 0 : Math.max(0, ready),
                0,
                model.serving().hosted());
    }

    static String path(SimulatedModel model) {
        return model.names().namespace() + "/" + model.names().workload();
    }

    static Workload.Kind kind(SimulatedModel model) {
        return model.serving().hosted() > 1 ? Workload.Kind.DEPLOYMENT : Workload.Kind.ROLLOUT;
    }

    /// Replicas of the candidate: at least one while it has any traffic.
    static int canaryReplicas(Setup setup) {
        return setup.weight() == 0
                ? 0
                : Math.min(setup.replicas(), Math.max(1, (int) Math.round(setup.weight() * setup.replicas())));
    }

    static String digest(SimulatedModel model, String version) {
        long image = Chance.hash(model.names().image());
        var digest = new StringBuilder("sha256:");
        for (int part = 0; part < 4; part++) {
            digest.append(String.format("%016x", Chance.hash(image, Chance.hash(version), part)));
        }
        return digest.toString();
    }

    private static Rollout rollout(ModelRow row, Stretch stretch, Span span) {
        var setup = stretch.setup();
        int step = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            step = setup.weight() >= WEIGHTS[i] ? 2 * i + 1 : step;
        }
        var since = row.story().changes().getFirst().at();
        for (var change : row.story().changes()) {
            since = change.at().isAfter(span.instant(stretch.start())) ? since : change.at();
        }
        boolean held = !setup.pausedBy().isEmpty();
        return new Rollout(
                stretch.settling() ? Rollout.Phase.PROGRESSING : Rollout.Phase.PAUSED,
                stretch.settling() ? "more replicas need to be updated" : "CanaryPauseStep",
                STEPS,
                step,
                setup.weight(),
                held ? Rollout.PauseReason.PERSON : Rollout.PauseReason.STEP,
                since,
                false,
                true,
                List.of());
    }

    private static PodCounts pods(Stretch stretch) {
        int replicas = stretch.setup().replicas();
        return new PodCounts(replicas, replicas, stretch.ready(), 0, List.of());
    }

    private static Workload.Resources resources(SimulatedModel model, Setup setup) {
        if (model.outside()) {
            return Workload.Resources.NONE;
        }
        var serving = model.serving();
        return new Workload.Resources(
                serving.coresPerReplica() * setup.replicas(),
                (long) (serving.coresPerReplica() * setup.replicas()) << 32,
                serving.gpusPerReplica() * setup.replicas());
    }
}
