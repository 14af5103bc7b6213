package jml.gameday.act;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import jml.core.act.WorkloadAct;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Placement;
import jml.core.release.Rollout;
import jml.core.release.Workload;
import jml.core.text.Words;
import jml.gameday.SimulatedFleet;
import jml.gameday.plan.Marks;
import jml.gameday.plan.Setup;

/// A simulated workload at one instant, as its API server would show it.
///
/// @param templates version by pod template hash
/// @param changes so many there were until then
record WorkloadState(ModelFacts facts, Setup setup, Map<String, String> templates, int changes) {
    /// @throws IllegalArgumentException when it is none of the fleet's
    static WorkloadState of(SimulatedFleet fleet, WorkloadAct act, Instant at) {
        var model = act.model().name();
        var facts = fleet.facts(model, at).orElseThrow(() -> unknown(act));
        var target = act.target();
        var where = target.cluster() + ":" + target.path();
        var placement = facts.placements().getFirst();
        if (!placement.where().equals(where) || placement.kind() != target.kind()) {
            throw unknown(act);
        }
        var templates = new LinkedHashMap<String, String>();
        for (var each : facts.placements()) {
            templates.put(each.hash(), each.version());
        }
        for (Placement.Earlier earlier : placement.earlier()) {
            templates.put(earlier.hash(), earlier.version());
        }
        var story = fleet.story(model).orElseThrow();
        int changes = (int)
                story.changes().stream().filter(it -> !it.at().isAfter(at)).count();
        return new WorkloadState(facts, story.setup(at), templates, changes);
    }

    private static IllegalArgumentException unknown(WorkloadAct act) {
        return new IllegalArgumentException("no simulated workload: " + act.title());
    }

    boolean isRollout() {
        return kind() == Workload.Kind.ROLLOUT;
    }

    Workload.Kind kind() {
        return facts.placements().getFirst().kind();
    }

    /// Pod template hash of a version; empty when it never served.
    String hash(String version) {
        return templates.entrySet().stream()
                .filter(it -> it.getValue().equals(version))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /// Empty when no template has the hash.
    String version(String hash) {
        return templates.getOrDefault(hash, "");
    }

    /// "v17", or the hash where no template has it.
    String word(String hash) {
        var version = version(hash);
        return version.isEmpty() ? "template " + hash : Words.version(version);
    }

    String stable() {
        return hash(setup.version());
    }

    String current() {
        return hash(setup.template());
    }

    boolean aborted() {
        return !setup.marks().aborted().isEmpty();
    }

    boolean paused() {
        return !setup.pausedBy().isEmpty();
    }

    boolean still() {
        return setup.marks().motion() == Marks.Motion.STILL;
    }

    int step() {
        var rollout = facts.rollout();
        return rollout == null ? -1 : rollout.step();
    }

    /// Why the controller waits; empty when it does not.
    String pause() {
        var rollout = facts.rollout();
        return rollout != null && rollout.phase() == Rollout.Phase.PAUSED ? rollout.message() : "";
    }

    int ready(String version) {
        return facts.placements().stream()
                .filter(it -> it.version().equals(version))
                .mapToInt(Placement::ready)
                .sum();
    }

    static String percent(double weight) {
        return Math.round(100 * weight) + "%";
    }
}
