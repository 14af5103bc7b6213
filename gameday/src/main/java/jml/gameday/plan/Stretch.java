package jml.gameday.plan;

/// A stretch of time in which nothing about a model changes but its traffic.
///
/// @param start, end in seconds since the history began; the end may be infinite
/// @param ready replicas that serve; fewer than set up while new ones start
/// @param stableReady, candidateReady pods that serve of each version; while pods move fewer than will
/// @param settling a version or replica has just been added: more requests meet a cold start
/// @param stable what disturbs the serving version
/// @param candidate what disturbs the candidate
public record Stretch(
        double start,
        double end,
        Setup setup,
        int ready,
        int stableReady,
        int candidateReady,
        boolean settling,
        Effect stable,
        Effect candidate) {
    public boolean silent() {
        return stable.silent();
    }

    public boolean frozen() {
        return stable.frozen();
    }

    public boolean contains(double seconds) {
        return start <= seconds && seconds < end;
    }
}
