package jml.connectors.kubernetes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jml.core.release.PodCounts;
import jml.core.release.Rollout;
import jml.core.release.Rollout.Analysis;
import jml.core.release.Workload;
import jml.core.release.Workload.Kind;
import jml.core.release.Workload.Revision;
import jml.core.release.Workload.Role;
import org.jspecify.annotations.Nullable;

/// Joins workloads, their ReplicaSets, counted pods and analysis runs into what the console calls a workload.
///
/// @param blind namespaces where pods may not be read; an empty name means everywhere
/// @param analyses by `namespace/name`
/// @param told the answer before, of which whatever did not change is taken over
record Assembly(
        ClusterSettings settings,
        List<WorkloadRow> rows,
        List<ReplicaSetRow> replicaSets,
        PodTally pods,
        Set<String> blind,
        Map<String, Analysis> analyses,
        Told told) {

    /// Sorted by namespace, name and kind.
    List<Workload> workloads() {
        var sets = new HashMap<UUID, List<ReplicaSetRow>>();
        replicaSets.forEach(set ->
                sets.computeIfAbsent(set.owner(), owner -> new ArrayList<>()).add(set));
        var deployments = new HashMap<String, WorkloadRow>();
        var templates = new HashSet<String>();
        for (var row : rows) {
            if (row.kind() == Kind.DEPLOYMENT) {
                deployments.put(row.meta().namespace() + "/" + row.meta().name(), row);
            } else if (!row.templateOf().isEmpty()) {
                templates.add(row.meta().namespace() + "/" + row.templateOf());
            }
        }
        var workloads = rows.stream()
                .filter(row -> !onlyTemplate(row, templates))
                .map(row -> told.of(
                        parts(
                                row,
                                row.templateOf().isEmpty()
                                        ? null
                                        : deployments.get(row.meta().namespace() + "/" + row.templateOf()),
                                sets.getOrDefault(Uids.of(row.meta().uid()), List.of())),
                        this::workload))
                .sorted(Comparator.comparing(Workload::namespace)
                        .thenComparing(Workload::name)
                        .thenComparing(Workload::kind))
                .toList();
        told.done();
        return workloads;
    }

    private Told.Parts parts(WorkloadRow row, @Nullable WorkloadRow templateOwner, List<ReplicaSetRow> sets) {
        return new Told.Parts(
                row,
                templateOwner,
                sets,
                sets.stream().map(set -> pods.of(set.uid())).toList(),
                podsKnown(row),
                measured(row));
    }

    // A Deployment that a Rollout took over runs nothing itself: it would be a second row for the same model.
    private static boolean onlyTemplate(WorkloadRow row, Set<String> templates) {
        return row.kind() == Kind.DEPLOYMENT
                && row.desired() == 0
                && templates.contains(row.meta().namespace() + "/" + row.meta().name());
    }

    private Workload workload(Told.Parts parts) {
        var row = parts.row();
        var templateOwner = parts.templateOwner();
        var template = templateOwner == null ? row.template() : templateOwner.template();
        var labels = new HashMap<>(row.meta().labels());
        labels.putAll(template.labels());
        var revisions = new Revisions(row, parts.sets(), pods, parts.podsKnown()).list();
        return new Workload(
                settings.source(),
                settings.environment(),
                row.kind(),
                row.meta().namespace(),
                row.meta().name(),
                row.meta().uid(),
                labels,
                row.meta().annotations(),
                revisions.isEmpty() ? fromTemplate(row, template) : revisions,
                counts(parts),
                template.times(row.desired()),
                withMeasurements(row.rollout(), parts.analyses()),
                row.desired() == 0);
    }

    // Without ReplicaSets (no right to read them, or none made yet) the template still tells what is meant to run.
    private static List<Revision> fromTemplate(WorkloadRow row, PodTemplate template) {
        if (template.image().isEmpty()) {
            return List.of();
        }
        return List.of(new Revision(
                row.current(),
                0,
                Role.STABLE,
                template.image(),
                Images.digest(template.image()),
                Images.modelVersion(
                        template.image(),
                        template.labels(),
                        template.annotations(),
                        row.meta().labels(),
                        row.meta().annotations()),
                row.total(),
                row.ready(),
                Double.NaN,
                null));
    }

    private boolean podsKnown(WorkloadRow row) {
        return !blind.contains("") && !blind.contains(row.meta().namespace());
    }

    private static PodCounts counts(Told.Parts parts) {
        var row = parts.row();
        if (!parts.podsKnown() || parts.sets().isEmpty()) {
            return new PodCounts(row.desired(), row.total(), row.ready(), 0, List.of());
        }
        return PodTally.sum(row.desired(), parts.pods());
    }

    private List<Analysis> measured(WorkloadRow row) {
        var rollout = row.rollout();
        return rollout == null
                ? List.of()
                : rollout.analyses().stream()
                        .map(run -> analyses.getOrDefault(row.meta().namespace() + "/" + run.name(), run))
                        .toList();
    }

    private static @Nullable Rollout withMeasurements(@Nullable Rollout rollout, List<Analysis> measured) {
        if (rollout == null || measured.isEmpty()) {
            return rollout;
        }
        return new Rollout(
                rollout.phase(),
                rollout.message(),
                rollout.steps(),
                rollout.step(),
                rollout.weight(),
                rollout.pause(),
                rollout.since(),
                rollout.aborted(),
                rollout.current(),
                measured);
    }
}
