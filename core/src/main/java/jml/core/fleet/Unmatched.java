package jml.core.fleet;

/// Something outside that belongs to no model, or to none that the environment's registry has, with the rule that
/// would give it one.
///
/// @param what for people: "ml-serving/scorer-b"
/// @param rule a line for the profile that would match it
public record Unmatched(Kind kind, String environment, String what, String reason, String rule) {
    public enum Kind {
        WORKLOAD,
        SERIES,
        ALERT
    }
}
