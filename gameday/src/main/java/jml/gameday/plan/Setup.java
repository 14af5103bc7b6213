package jml.gameday.plan;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// How a model is set up to serve: what an orchestrator would be told.
///
/// @param version the one that serves
/// @param candidate the version on its way in; empty when none is
/// @param weight its share of the traffic, 0..1; 0 without a candidate
/// @param replicas of both versions together
/// @param pausedBy why it stands still on purpose, in words for people; empty when it does not
/// @param marks what acts left on it
public record Setup(String version, String candidate, double weight, int replicas, String pausedBy, Marks marks) {
    public Setup {
        if (version.isBlank()) {
            throw new IllegalArgumentException("a setup without a version");
        }
        if (!(weight >= 0 && weight <= 1) || (candidate.isEmpty() && weight != 0)) {
            throw new IllegalArgumentException("weight " + weight + " of candidate '" + candidate + "'");
        }
        if (replicas < 0) {
            throw new IllegalArgumentException(replicas + " replicas");
        }
    }

    /// One that nobody has acted on.
    public Setup(String version, String candidate, double weight, int replicas, String pausedBy) {
        this(version, candidate, weight, replicas, pausedBy, Marks.NONE);
    }

    public static Setup of(String version, int replicas) {
        return new Setup(version, "", 0, replicas, "");
    }

    public boolean releasing() {
        return !candidate.isEmpty();
    }

    /// A candidate begins, or the one under way gets another share.
    public Setup withCandidate(String candidate, double weight) {
        return new Setup(version, candidate, weight, replicas, pausedBy, marks);
    }

    public Setup withWeight(double weight) {
        return new Setup(version, candidate, weight, replicas, pausedBy, marks);
    }

    public Setup withReplicas(int replicas) {
        return new Setup(version, candidate, weight, replicas, pausedBy, marks);
    }

    public Setup withPause(String pausedBy) {
        return new Setup(version, candidate, weight, replicas, pausedBy, marks);
    }

    /// The candidate takes all traffic; unchanged without one.
    public Setup promoted() {
        return releasing() ? new Setup(candidate, "", 0, replicas, "", marks) : this;
    }

    /// The candidate is gone; unchanged without one.
    public Setup rolledBack() {
        return new Setup(version, "", 0, replicas, "", marks);
    }

    public Setup marked(UnaryOperator<Marks> change) {
        return new Setup(version, candidate, weight, replicas, pausedBy, change.apply(marks));
    }

    /// The version of the newest pod template: the one under way, the one an abort left there, or the one that serves.
    public String template() {
        return releasing() ? candidate : marks.aborted().isEmpty() ? version : marks.aborted();
    }

    /// Of the replicas those of the candidate: at least one while it has any traffic.
    public int candidateReplicas() {
        return weight == 0 ? 0 : Math.min(replicas, Math.max(1, (int) Math.round(weight * replicas)));
    }

    /// Where a registry's aliases point: to the versions that serve, unless somebody moved them.
    public Map<String, String> aliases() {
        var moved = marks.aliases();
        if (moved != null) {
            return moved;
        }
        var aliases = new TreeMap<>(Map.of("champion", version));
        if (releasing()) {
            aliases.put("challenger", candidate);
        }
        return Map.copyOf(aliases);
    }

    /// True when the same pods serve the same share.
    boolean servesLike(Setup other) {
        return version.equals(other.version)
                && candidate.equals(other.candidate)
                && weight == other.weight
                && replicas == other.replicas
                && Objects.equals(marks.restartedAt(), other.marks.restartedAt());
    }
}
