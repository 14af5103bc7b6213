package jml.core.metric;

import java.util.Optional;

/// What is counted exactly, since the console first saw the model: windows are differences, and
/// thinning a record loses nothing. Corrected for counter resets.
public enum Count {
    REQUESTS("requests"),
    ERRORS("errors"),
    /// Requests slower than the latency objective's line.
    SLOW("slow"),
    COMPARED("compared"),
    AGREED("agreed"),
    FEATURE_VALUES("feature_values"),
    FEATURE_MISSING("feature_missing"),
    COLD_STARTED("cold_started"),
    /// Spend in millionths of the profile's currency.
    COST_MICROS("cost_micros");

    private final String id;

    Count(String id) {
        this.id = id;
    }

    /// Stable name in files and presets.
    public String id() {
        return id;
    }

    public static Optional<Count> of(String id) {
        for (var count : values()) {
            if (count.id.equals(id)) {
                return Optional.of(count);
            }
        }
        return Optional.empty();
    }
}
