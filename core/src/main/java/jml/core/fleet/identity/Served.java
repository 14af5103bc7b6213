package jml.core.fleet.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jml.core.fleet.Placement;
import jml.core.metric.LabelSet;
import jml.core.metric.MetricPreset;
import jml.core.model.Arm;
import jml.core.release.Rollout;
import jml.core.release.Workload;
import org.jspecify.annotations.Nullable;

/// What of one model serves where.
///
/// @param candidate empty when no release is under way
/// @param sides names that a version label may have, beside versions and track words, and the side they mean
record Served(
        List<Placement> placements,
        String version,
        String candidate,
        double candidateWeight,
        @Nullable Rollout rollout,
        Map<String, Arm> sides) {
    Served {
        placements = List.copyOf(placements);
        sides = Map.copyOf(sides);
    }

    /// What series tell of a model that no cluster holds.
    static Served bySeries(Draft draft, Versions versions, String alias) {
        var baseline = new TreeSet<String>();
        var canary = new TreeSet<String>();
        boolean split = false;
        for (var seen : draft.series) {
            var arm = track(seen.preset(), seen.labels());
            split |= arm == Arm.CANARY;
            (arm == Arm.CANARY ? canary : baseline).addAll(versions.told(List.of(seen)));
        }
        var version = baseline.size() == 1 ? baseline.first() : baseline.contains(alias) ? alias : "";
        var candidate = !split ? "" : canary.size() == 1 && !canary.first().equals(version) ? canary.first() : "canary";
        var where = where(draft);
        var placements = new ArrayList<Placement>();
        if (!where.isEmpty()) {
            placements.add(placement(where, Workload.Role.STABLE, version, split));
            if (split) {
                placements.add(placement(where, Workload.Role.CANARY, candidate, true));
            }
        }
        return new Served(placements, version, candidate, Double.NaN, null, Map.of());
    }

    /// The same, with the version that series tell where nothing better does.
    Served orElse(String told) {
        return version.isEmpty() && !told.equals(candidate)
                ? new Served(placements, told, candidate, candidateWeight, rollout, sides)
                : this;
    }

    private static Placement placement(String where, Workload.Role role, String version, boolean split) {
        return new Placement(
                where, Workload.Kind.OTHER, role, version, "", 0, null, split ? Double.NaN : 1, 0, 0, 0, 1);
    }

    private static String where(Draft draft) {
        return draft.series.stream()
                .map(seen -> seen.preset().modelLabels().stream()
                        .filter(label -> seen.labels().get(label) != null)
                        .map(label -> label + "=\"" + seen.labels().get(label) + "\"")
                        .collect(Collectors.joining(", ")))
                .distinct()
                .sorted()
                .findFirst()
                .orElse("");
    }

    /// The side that a track label tells; null when none does.
    static @Nullable Arm track(MetricPreset preset, LabelSet labels) {
        return preset.versionLabels().stream()
                .map(labels::get)
                .filter(Objects::nonNull)
                .map(Tracks::arm)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// The side that a series counts for; null when it tells none, or the version of neither.
    @Nullable
    Arm arm(MetricPreset preset, LabelSet labels, Versions versions) {
        if (candidate.isEmpty()) {
            return null;
        }
        var track = track(preset, labels);
        if (track != null) {
            return track;
        }
        for (var label : preset.versionLabels()) {
            var value = labels.get(label);
            var arm = value == null ? null : side(value, versions.named(value));
            if (arm != null) {
                return arm;
            }
        }
        var name = labels.get(preset.modelLabels().getLast());
        return name == null ? null : sides.get(name);
    }

    boolean sameSides(Served other) {
        return version.equals(other.version) && candidate.equals(other.candidate) && sides.equals(other.sides);
    }

    private @Nullable Arm side(String value, String named) {
        if (!named.isEmpty() && named.equals(candidate)) {
            return Arm.CANARY;
        }
        return !named.isEmpty() && named.equals(version) ? Arm.BASELINE : sides.get(value);
    }
}
