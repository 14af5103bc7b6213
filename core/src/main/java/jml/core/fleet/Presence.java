package jml.core.fleet;

/// Why a figure is there or is not. Missing is not zero, and the reasons look different on a screen.
public enum Presence {
    MEASURED,
    /// Measured, and beyond what the source can tell: a p95 in the last bucket. The value is the last bound, "≥".
    OVER_RANGE,
    /// Measured at a server that several models share: of what it costs this model's part, of how much of it is in use
    /// the whole, which is true for each of them.
    SHARED,
    /// The source answers and has no such series.
    NO_DATA,
    /// The series is there and nobody asked the model anything in the window.
    NO_TRAFFIC,
    /// No connected source or preset gives this indicator for this model.
    NOT_MEASURED;

    /// True when there is a value.
    public boolean measured() {
        return own() || this == SHARED;
    }

    /// True when the value was measured of the model itself: only that proves it alive.
    public boolean own() {
        return this == MEASURED || this == OVER_RANGE;
    }
}
