package jml.gameday.traffic;

import jml.core.model.Arm;
import jml.gameday.plan.Stretch;
import org.jspecify.annotations.Nullable;

/// What there is to measure of one model at one instant.
///
/// @param stretch how it is set up at the instant itself
/// @param ageSeconds how long ago the figures were true; 0 unless its series are frozen
/// @param baseline, canary null while no release is under way
public record Reading(
        Stretch stretch,
        int ageSeconds,
        Measures all,
        @Nullable Measures baseline,
        @Nullable Measures canary) {

    /// Null when the model has no such arm now.
    public @Nullable Measures of(Arm arm) {
        return switch (arm) {
            case ALL -> all;
            case BASELINE -> baseline;
            case CANARY -> canary;
        };
    }
}
