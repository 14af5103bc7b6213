package jml.core.model;

/// Whose requests a figure counts: the whole model's, or one side of a rollout under way.
public enum Arm {
    ALL,
    BASELINE,
    CANARY
}
