package jml.store.code;

import jml.core.model.Arm;
import org.jspecify.annotations.Nullable;

/// The stored number of an arm. Numbers never change their meaning.
public final class ArmCode {
    private ArmCode() {}

    public static int of(Arm arm) {
        return switch (arm) {
            case ALL -> 0;
            case BASELINE -> 1;
            case CANARY -> 2;
        };
    }

    /// Null when a later version wrote it.
    public static @Nullable Arm arm(int code) {
        return switch (code) {
            case 0 -> Arm.ALL;
            case 1 -> Arm.BASELINE;
            case 2 -> Arm.CANARY;
            default -> null;
        };
    }
}
