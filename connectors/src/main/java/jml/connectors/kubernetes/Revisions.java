package jml.connectors.kubernetes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import jml.core.release.Rollout;
import jml.core.release.Workload.Kind;
import jml.core.release.Workload.Revision;
import jml.core.release.Workload.Role;
import org.jspecify.annotations.Nullable;

/// Puts the ReplicaSets of one workload in order and says which of them is what.
final class Revisions {
    private static final Comparator<ReplicaSetRow> NEWEST_FIRST =
            Comparator.comparingLong(ReplicaSetRow::number).reversed().thenComparing(ReplicaSetRow::hash);

    private final WorkloadRow workload;
    private final List<ReplicaSetRow> sets;
    private final PodTally pods;
    private final boolean podsKnown;
    private final @Nullable ReplicaSetRow stable;
    private final @Nullable ReplicaSetRow canary;

    /// @param podsKnown false when pods may not be read: the controllers' own counts stand in
    Revisions(WorkloadRow workload, List<ReplicaSetRow> unsorted, PodTally pods, boolean podsKnown) {
        this.workload = workload;
        this.sets = unsorted.stream().sorted(NEWEST_FIRST).toList();
        this.pods = pods;
        this.podsKnown = podsKnown;
        var newest = newest();
        var serving = serving(newest);
        this.stable = serving;
        this.canary = Objects.equals(newest, serving) ? null : newest;
    }

    List<Revision> list() {
        var revisions = new ArrayList<Revision>();
        for (var set : sets) {
            var pinned = set.digest();
            revisions.add(new Revision(
                    set.hash(),
                    set.number(),
                    role(set),
                    set.image(),
                    pinned.isEmpty() ? pods.of(set.uid()).digest() : pinned,
                    set.modelVersion(),
                    total(set),
                    ready(set),
                    weight(set),
                    set.createdAt()));
        }
        return revisions;
    }

    private @Nullable ReplicaSetRow newest() {
        for (var set : sets) {
            if (set.hash().equals(workload.current())) {
                return set;
            }
        }
        return sets.isEmpty() ? null : sets.getFirst();
    }

    // A Rollout says it itself. A Deployment under way still serves from what has the most pods beside the newest.
    private @Nullable ReplicaSetRow serving(@Nullable ReplicaSetRow newest) {
        if (workload.kind() == Kind.ROLLOUT) {
            for (var set : sets) {
                if (set.hash().equals(workload.stable())) {
                    return set;
                }
            }
            return workload.stable().isEmpty() ? newest : null;
        }
        var rollout = workload.rollout();
        if (rollout == null || rollout.phase() == Rollout.Phase.HEALTHY) {
            return newest;
        }
        return sets.stream()
                .filter(set -> !set.equals(newest) && total(set) > 0)
                .max(Comparator.comparingInt(this::total))
                .orElse(newest);
    }

    private Role role(ReplicaSetRow set) {
        if (set.equals(stable)) {
            return Role.STABLE;
        }
        return set.equals(canary) ? Role.CANARY : Role.OLD;
    }

    private double weight(ReplicaSetRow set) {
        var rollout = workload.rollout();
        if (workload.kind() == Kind.ROLLOUT && rollout != null && !Double.isNaN(rollout.weight())) {
            if (canary == null) {
                return set.equals(stable) ? 1 : 0;
            }
            return set.equals(canary) ? rollout.weight() : set.equals(stable) ? 1 - rollout.weight() : 0;
        }
        int all = sets.stream().mapToInt(this::ready).sum();
        return all == 0 ? Double.NaN : (double) ready(set) / all;
    }

    private int total(ReplicaSetRow set) {
        return podsKnown ? pods.of(set.uid()).total() : set.replicas();
    }

    private int ready(ReplicaSetRow set) {
        return podsKnown ? pods.of(set.uid()).ready() : set.ready();
    }
}
