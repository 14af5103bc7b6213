package jml.core.fleet;

/// Why a figure is there or is not. Missing is not zero, and the reasons look different on a screen.
public enum Presence {
    MEASURED,
    /// Measured, and beyond what the source can tell: a p95 in the last bucket. The value is the last bound, "≥".
    OVER_RANGE,
    /// The source answers and has no such series.
    NO_DATA,
    /// The series is there and nobody asked the model anything in the window.
    NO_TRAFFIC,
    /// No connected source or preset gives this indicator for this model.
    NOT_MEASURED
}
