package jml.gameday;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Placement;
import jml.core.release.PodCounts;
import jml.core.release.Rollout;
import jml.core.release.Workload;
import jml.gameday.catalogue.SimulatedModel;
import jml.gameday.chance.Chance;
import jml.gameday.plan.Marks;
import jml.gameday.plan.Ramp;
import jml.gameday.plan.Setup;
import jml.gameday.plan.Span;
import jml.gameday.plan.Stretch;

/// What registry and cluster would tell of a simulated model.
final class FactsOfModel {
    /// Name of the one source, and of the cluster there would be.
    static final String SOURCE = "Simulator";

    private static final List<Rollout.Step> STEPS = steps();

    private FactsOfModel() {}

    private static List<Rollout.Step> steps() {
        var steps = new ArrayList<Rollout.Step>();
        for (double weight : Ramp.WEIGHTS) {
            steps.add(new Rollout.Step(Rollout.Step.Kind.SET_WEIGHT, weight, null, ""));
            steps.add(new Rollout.Step(Rollout.Step.Kind.PAUSE, Double.NaN, Ramp.HOLD, ""));
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
                placements(row, stretch, span),
                setup.releasing() || !setup.marks().aborted().isEmpty() ? rollout(row, stretch, span) : null,
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
        return setup.aliases();
    }

    private static List<Placement> placements(ModelRow row, Stretch stretch, Span span) {
        var setup = stretch.setup();
        var at = span.instant(stretch.start());
        var stable = placement(row, stretch, Workload.Role.STABLE, at);
        return setup.releasing() ? List.of(stable, placement(row, stretch, Workload.Role.CANARY, at)) : List.of(stable);
    }

    private static Placement placement(ModelRow row, Stretch stretch, Workload.Role role, Instant at) {
        var model = row.model();
        var setup = stretch.setup();
        boolean canary = role == Workload.Role.CANARY;
        var version = canary ? setup.candidate() : setup.version();
        double share = canary ? setup.weight() : 1 - setup.weight();
        if (model.outside()) {
            return new Placement(
                    "series model=" + model.names().metricLabel(),
                    Workload.Kind.OTHER,
                    role,
                    version,
                    "",
                    0,
                    null,
                    share,
                    0,
                    0,
                    0,
                    model.serving().hosted());
        }
        var revision = row.story().revision(version, at);
        int candidates = setup.candidateReplicas();
        return new Placement(
                SOURCE + ":" + path(model),
                kind(model),
                role,
                version,
                digest(model, version),
                hash(model, version),
                revision.number(),
                revision.since(),
                share,
                canary ? candidates : setup.replicas() - candidates,
                canary ? stretch.candidateReady() : stretch.stableReady(),
                0,
                model.serving().hosted(),
                canary ? List.of() : earlier(row, setup, at));
    }

    private static List<Placement.Earlier> earlier(ModelRow row, Setup setup, Instant at) {
        return row.story().revisions(at).entrySet().stream()
                .filter(it ->
                        !it.getKey().equals(setup.version()) && !it.getKey().equals(setup.candidate()))
                .map(it -> new Placement.Earlier(
                        hash(row.model(), it.getKey()),
                        it.getValue().number(),
                        it.getKey(),
                        it.getValue().since()))
                .sorted(Comparator.comparingLong(Placement.Earlier::revision).reversed())
                .toList();
    }

    static String path(SimulatedModel model) {
        return model.names().namespace() + "/" + model.names().workload();
    }

    static Workload.Kind kind(SimulatedModel model) {
        return model.serving().hosted() > 1 ? Workload.Kind.DEPLOYMENT : Workload.Kind.ROLLOUT;
    }

    /// Of the pod template of a version, as a controller would make it.
    static String hash(SimulatedModel model, String version) {
        return digest(model, version).substring(7, 17);
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
        var marks = setup.marks();
        var since = row.story().changes().getFirst().at();
        for (var change : row.story().changes()) {
            since = change.at().isAfter(span.instant(stretch.start())) ? since : change.at();
        }
        if (!setup.releasing()) {
            var message = "RolloutAborted: aborted update to revision "
                    + row.story().revision(marks.aborted(), since).number();
            return new Rollout(Rollout.Phase.DEGRADED, message, STEPS, 0, 0, null, since, true, true, List.of());
        }
        boolean held = !setup.pausedBy().isEmpty();
        boolean moves = marks.motion() != Marks.Motion.STILL || (stretch.settling() && !held);
        return new Rollout(
                moves ? Rollout.Phase.PROGRESSING : Rollout.Phase.PAUSED,
                moves ? "more replicas need to be updated" : "CanaryPauseStep",
                STEPS,
                Ramp.step(setup.weight()),
                setup.weight(),
                moves ? null : held ? Rollout.PauseReason.PERSON : Rollout.PauseReason.STEP,
                since,
                !marks.aborted().isEmpty(),
                marks.motion() != Marks.Motion.ASKED,
                List.of());
    }

    private static PodCounts pods(Stretch stretch) {
        int replicas = stretch.setup().replicas();
        return new PodCounts(replicas, replicas, stretch.stableReady() + stretch.candidateReady(), 0, List.of());
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
