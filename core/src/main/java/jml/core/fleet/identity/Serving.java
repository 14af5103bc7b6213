package jml.core.fleet.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import jml.core.fleet.Placement;
import jml.core.model.Arm;
import jml.core.release.Rollout;
import jml.core.release.Workload;
import org.jspecify.annotations.Nullable;

/// Reads off a model's workloads what serves where, the version in service and the one on its way in.
final class Serving {
    private static final Comparator<Live> ORDER = Comparator.comparing(Live::role)
            .thenComparing((Live it) -> where(it.workload()))
            .thenComparing(it -> it.workload().kind())
            .thenComparing(it -> it.revision().number(), Comparator.reverseOrder())
            .thenComparing(it -> it.revision().hash());

    /// Nobody brings back the sixth template on a telephone at night; more would only fill memory.
    private static final int MOST_EARLIER = 5;

    private final Draft draft;
    private final Versions versions;
    private final ToIntFunction<Workload> hosted;
    private final List<String> trackLabels;
    private final List<String> versionLabels;
    private final List<Live> live = new ArrayList<>();

    private record Live(Workload workload, Workload.Revision revision, Workload.Role role, String version) {}

    /// @param hosted number of models that a workload runs
    Serving(Draft draft, Versions versions, ToIntFunction<Workload> hosted, ClusterNames names) {
        this.draft = draft;
        this.versions = versions;
        this.hosted = hosted;
        this.trackLabels = names.track();
        this.versionLabels = names.version();
        draft.workloads.forEach(this::collect);
        live.sort(ORDER);
    }

    Served served() {
        boolean releasing = live.stream().anyMatch(it -> it.role() == Workload.Role.CANARY)
                && live.stream().anyMatch(it -> it.role() == Workload.Role.STABLE);
        var stable = main(releasing ? Workload.Role.STABLE : null);
        var canary = releasing ? main(Workload.Role.CANARY) : null;
        var version = stable == null ? "" : stable.version();
        var candidate = canary == null ? "" : candidateName(canary, version);
        var placements = placements();
        var rollout = rollout();
        return new Served(
                placements, version, candidate, releasing ? weight(placements, rollout) : Double.NaN, rollout, sides());
    }

    private @Nullable Rollout rollout() {
        return draft.workloads.stream()
                .map(Workload::rollout)
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Rollout::underWay).thenComparing(it -> it.phase() == Rollout.Phase.DEGRADED))
                .orElse(null);
    }

    private void collect(Workload workload) {
        var side = side(workload);
        var rolling = workload.rollout();
        boolean under = rolling != null && rolling.underWay();
        for (var revision : workload.revisions()) {
            var role = side == Arm.CANARY && revision.role() == Workload.Role.STABLE
                    ? Workload.Role.CANARY
                    : revision.role();
            boolean serves = revision.replicas() > 0 || revision.weight() > 0;
            boolean counts = role == Workload.Role.STABLE || serves || (role == Workload.Role.CANARY && under);
            // What is left of an aborted rollout is no candidate any more.
            boolean taken = role == Workload.Role.CANARY && side == null && rolling != null && !under;
            if (counts && !(taken && !serves)) {
                live.add(new Live(workload, revision, taken ? Workload.Role.OLD : role, versionOf(workload, revision)));
            }
        }
    }

    private String versionOf(Workload workload, Workload.Revision revision) {
        if (hosted.applyAsInt(workload) > 1) {
            return versions.carried(revision);
        }
        var version = versions.of(revision);
        if (!version.isEmpty() || !revision.equals(workload.revisions().getFirst())) {
            return version;
        }
        return versionLabels.stream()
                .flatMap(name -> WorkloadRules.value(workload, name).stream())
                .map(versions::named)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
    }

    // Names count only beside a sibling: alone, a workload called "x-canary" is simply called so.
    private @Nullable Arm side(Workload workload) {
        for (var name : trackLabels) {
            for (var value : WorkloadRules.value(workload, name)) {
                var arm = Tracks.arm(value);
                if (arm != null) {
                    return arm;
                }
            }
        }
        if (draft.workloads.size() < 2) {
            return null;
        }
        var primary = workload.name() + "-primary";
        boolean target = draft.workloads.stream()
                .anyMatch(it -> it.name().equals(primary) && it.namespace().equals(workload.namespace()));
        return target ? Arm.CANARY : Tracks.suffix(workload.name());
    }

    private @Nullable Live main(Workload.@Nullable Role role) {
        return live.stream()
                .filter(it -> role == null || it.role() == role)
                .max(Comparator.comparing((Live it) -> role != null || it.role() != Workload.Role.OLD)
                        .thenComparingInt(it -> it.revision().ready())
                        .thenComparingInt(it -> it.revision().replicas())
                        .thenComparingLong(it -> it.revision().number()))
                .orElse(null);
    }

    // A release needs a name: without a version of its own it is called by its image's tag or its revision.
    private static String candidateName(Live canary, String serving) {
        if (!canary.version().isEmpty() && !canary.version().equals(serving)) {
            return canary.version();
        }
        if (!canary.revision().hash().isBlank()) {
            return canary.revision().hash();
        }
        return canary.revision().number() > 0 ? "revision " + canary.revision().number() : "new";
    }

    private List<Placement> placements() {
        var placements = new ArrayList<Placement>();
        int allReady = live.stream().mapToInt(it -> it.revision().ready()).sum();
        boolean together = draft.workloads.stream()
                        .map(it -> it.cluster() + "\n" + it.namespace())
                        .distinct()
                        .count()
                == 1;
        var told = new HashSet<String>();
        for (var each : live) {
            boolean first = told.add(where(each.workload()) + each.workload().kind());
            placements.add(placement(each, share(each, allReady, together), first));
        }
        for (var workload : draft.workloads) {
            if (told.add(where(workload) + workload.kind())) {
                placements.add(unrevised(workload));
            }
        }
        return placements;
    }

    // One workload's own weights are known. Between workloads only those behind one service can be compared, and
    // there traffic follows the pods that are ready.
    private double share(Live each, int allReady, boolean together) {
        int ready = live.stream()
                .filter(it -> it.workload().equals(each.workload()))
                .mapToInt(it -> it.revision().ready())
                .sum();
        double within = each.revision().weight();
        if (Double.isNaN(within)) {
            within = ready == 0 ? Double.NaN : (double) each.revision().ready() / ready;
        }
        if (draft.workloads.size() == 1) {
            return rounded(within);
        }
        return together && allReady > 0 ? rounded(within * ready / allReady) : Double.NaN;
    }

    private static double rounded(double share) {
        return Double.isNaN(share) ? share : Math.rint(share * 10_000) / 10_000;
    }

    private Placement placement(Live each, double share, boolean first) {
        var revision = each.revision();
        return new Placement(
                where(each.workload()),
                each.workload().kind(),
                each.role(),
                each.version(),
                revision.digest(),
                revision.hash(),
                revision.number(),
                revision.createdAt(),
                share,
                revision.replicas(),
                revision.ready(),
                first ? each.workload().pods().restarts() : 0,
                hosted.applyAsInt(each.workload()),
                first ? earlier(each.workload()) : List.of());
    }

    private List<Placement.Earlier> earlier(Workload workload) {
        return workload.revisions().stream()
                .filter(it -> it.role() != Workload.Role.STABLE && !it.hash().isEmpty())
                .filter(it -> live.stream().noneMatch(each -> each.revision().equals(it)))
                .limit(MOST_EARLIER)
                .map(it -> new Placement.Earlier(it.hash(), it.number(), versionOf(workload, it), it.createdAt()))
                .toList();
    }

    private Placement unrevised(Workload workload) {
        return new Placement(
                where(workload),
                workload.kind(),
                Workload.Role.STABLE,
                "",
                "",
                0,
                null,
                draft.workloads.size() == 1 ? 1 : Double.NaN,
                workload.pods().total(),
                workload.pods().ready(),
                workload.pods().restarts(),
                hosted.applyAsInt(workload));
    }

    static String where(Workload workload) {
        return workload.cluster() + ":" + workload.path();
    }

    private double weight(List<Placement> placements, @Nullable Rollout rollout) {
        if (draft.workloads.size() == 1 && rollout != null && Double.isFinite(rollout.weight())) {
            return rollout.weight();
        }
        return rounded(placements.stream()
                .filter(it -> it.role() == Workload.Role.CANARY)
                .mapToDouble(Placement::share)
                .sum());
    }

    /// The names by which a version label may mean one side: revisions, and workloads where each side has its own.
    private Map<String, Arm> sides() {
        var sides = new HashMap<String, Arm>();
        var both = new HashSet<String>();
        for (var each : live) {
            if (each.role() == Workload.Role.OLD) {
                continue;
            }
            var arm = each.role() == Workload.Role.CANARY ? Arm.CANARY : Arm.BASELINE;
            var hash = each.revision().hash();
            for (var name : List.of(
                    hash, each.workload().name() + "-" + hash, each.workload().name())) {
                var other = hash.isEmpty() && !name.equals(each.workload().name()) ? arm : sides.put(name, arm);
                if (other != null && other != arm) {
                    both.add(name);
                }
            }
        }
        sides.keySet().removeAll(both);
        return sides;
    }
}
