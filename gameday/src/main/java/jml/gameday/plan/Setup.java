package jml.gameday.plan;

/// How a model is set up to serve: what an orchestrator would be told.
///
/// @param version the one that serves
/// @param candidate the version on its way in; empty when none is
/// @param weight its share of the traffic, 0..1; 0 without a candidate
/// @param replicas of both versions together
/// @param pausedBy why it stands still on purpose, in words for people; empty when it does not
public record Setup(String version, String candidate, double weight, int replicas, String pausedBy) {
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

    public static Setup of(String version, int replicas) {
        return new Setup(version, "", 0, replicas, "");
    }

    public boolean releasing() {
        return !candidate.isEmpty();
    }

    /// A candidate begins, or the one under way gets another share.
    public Setup withCandidate(String candidate, double weight) {
        return new Setup(version, candidate, weight, replicas, pausedBy);
    }

    public Setup withWeight(double weight) {
        return new Setup(version, candidate, weight, replicas, pausedBy);
    }

    public Setup withReplicas(int replicas) {
        return new Setup(version, candidate, weight, replicas, pausedBy);
    }

    public Setup withPause(String pausedBy) {
        return new Setup(version, candidate, weight, replicas, pausedBy);
    }

    /// The candidate takes all traffic; unchanged without one.
    public Setup promoted() {
        return releasing() ? new Setup(candidate, "", 0, replicas, "") : this;
    }

    /// The candidate is gone; unchanged without one.
    public Setup rolledBack() {
        return new Setup(version, "", 0, replicas, "");
    }
}
