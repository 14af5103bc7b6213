package jml.core.model;

/// A place where models serve, as the profile names it.
///
/// @param readOnly no act is offered here, whatever the person's rights
public record Environment(String name, Stage stage, boolean readOnly) {
    public enum Stage {
        PRODUCTION,
        STAGING,
        DEVELOPMENT,
        SIMULATED
    }
}
