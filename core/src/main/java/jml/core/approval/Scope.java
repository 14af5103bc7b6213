package jml.core.approval;

/// Where a decision holds, and how far.
///
/// @param environment by name; a decision for one says nothing about another
/// @param weight percent of traffic up to which it holds, 1 to 100
public record Scope(String environment, int weight) {
    public Scope {
        if (environment.isBlank() || weight < 1 || weight > 100) {
            throw new IllegalArgumentException("no scope: " + environment + ", " + weight + "%");
        }
    }

    /// True when a decision of this scope is enough for that one.
    boolean covers(Scope wanted) {
        return environment.equals(wanted.environment) && weight >= wanted.weight;
    }

    @Override
    public String toString() {
        return environment + " only, up to " + weight + "% of traffic";
    }
}
