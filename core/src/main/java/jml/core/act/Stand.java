package jml.core.act;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import jml.core.act.WorkloadAct.Target;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Origin;
import jml.core.fleet.Placement;
import jml.core.model.Environment;
import jml.core.release.Rollout;
import jml.core.release.Workload;
import jml.core.text.Words;
import org.jspecify.annotations.Nullable;

/// One model of a snapshot, read for what can be done with it.
record Stand(FleetSnapshot fleet, ModelFacts facts) {
    static Stand of(FleetSnapshot fleet, int row) {
        return new Stand(fleet, fleet.model(row));
    }

    /// Why nothing may be changed here at all; empty when something may.
    String closed() {
        if (fleet.origin() == Origin.FILE) {
            return "This is a file: there is nothing to act on.";
        }
        var environment = environment();
        if (environment.isEmpty()) {
            return facts.key().environment() + " is not an environment of this profile.";
        }
        return environment.get().readOnly() ? environment.get().name() + " is read-only in this profile." : "";
    }

    /// Aliases of a registry speak of production; a staging rollout leaves them alone.
    boolean aliasesCount() {
        return !facts.registrySource().isEmpty()
                && environment()
                        .filter(it ->
                                it.stage() == Environment.Stage.PRODUCTION || it.stage() == Environment.Stage.SIMULATED)
                        .isPresent();
    }

    private Optional<Environment> environment() {
        return fleet.environments().stream()
                .filter(it -> it.name().equals(facts.key().environment()))
                .findFirst();
    }

    @Nullable
    Placement stable() {
        return first(Workload.Role.STABLE);
    }

    @Nullable
    Placement canary() {
        return first(Workload.Role.CANARY);
    }

    /// Only what a cluster holds can be changed.
    private @Nullable Placement first(Workload.Role role) {
        return facts.placements().stream()
                .filter(it -> it.role() == role && it.kind() != Workload.Kind.OTHER)
                .findFirst()
                .orElse(null);
    }

    /// True when the candidate runs in a workload of its own beside the stable one.
    boolean ownTrack(Placement canary) {
        var stable = stable();
        return stable != null && !stable.where().equals(canary.where());
    }

    /// The template that an aborted rollout left in the workload; empty when none did.
    Optional<Placement.Earlier> aborted() {
        var rollout = facts.rollout();
        var stable = stable();
        if (rollout == null || !rollout.aborted() || stable == null) {
            return Optional.empty();
        }
        return others(stable)
                .filter(it -> it.revision() > stable.revision())
                .max(Comparator.comparingLong(Placement.Earlier::revision));
    }

    /// Templates that served before the stable one, newest first.
    Stream<Placement.Earlier> before(Placement stable) {
        return others(stable)
                .filter(it -> it.revision() < stable.revision())
                .sorted(Comparator.comparingLong(Placement.Earlier::revision).reversed());
    }

    private Stream<Placement.Earlier> others(Placement stable) {
        var kept = facts.placements().stream()
                .filter(it -> it.where().equals(stable.where()))
                .flatMap(it -> it.earlier().stream());
        var ending = facts.placements().stream()
                .filter(it -> it.where().equals(stable.where())
                        && it.role() == Workload.Role.OLD
                        && !it.hash().isEmpty())
                .map(it -> new Placement.Earlier(it.hash(), it.revision(), it.version(), it.since()));
        return Stream.concat(ending, kept);
    }

    /// Why the rollout cannot be moved forward now; empty when it waits for somebody.
    static String notWaiting(Rollout rollout) {
        if (!rollout.current()) {
            return "the controller has not seen the latest change yet";
        }
        if (rollout.phase() == Rollout.Phase.PAUSED && rollout.pause() != Rollout.PauseReason.PERSON) {
            return "";
        }
        return switch (rollout.phase()) {
            case PAUSED -> "a person paused it; resume it first";
            case PROGRESSING ->
                "it does not wait: it is at step "
                        + Math.min(rollout.step() + 1, rollout.steps().size()) + " of "
                        + rollout.steps().size();
            case HEALTHY -> "it has ended";
            case DEGRADED -> "it does not go on";
            case UNKNOWN -> "nothing tells where it stands";
        };
    }

    static Target target(Placement placement) {
        var where = placement.where();
        int path = where.lastIndexOf(':');
        int name = where.indexOf('/', path);
        return new Target(
                where.substring(0, path), placement.kind(), where.substring(path + 1, name), where.substring(name + 1));
    }

    /// The version for people, or the revision where nothing tells the version.
    static String named(String version, long revision) {
        return version.isEmpty() ? "revision " + revision : Words.version(version);
    }
}
