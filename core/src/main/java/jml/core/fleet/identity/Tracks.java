package jml.core.fleet.identity;

import java.util.Locale;
import java.util.Set;
import jml.core.model.Arm;
import org.jspecify.annotations.Nullable;

/// The words by which releases call their two sides.
public final class Tracks {
    private static final Set<String> BASELINE =
            Set.of("stable", "baseline", "primary", "control", "production", "active");
    private static final Set<String> CANARY =
            Set.of("canary", "candidate", "treatment", "preview", "challenger", "experiment");

    private Tracks() {}

    /// Null when the word names no side.
    public static @Nullable Arm arm(String word) {
        var plain = word.strip().toLowerCase(Locale.ROOT);
        if (CANARY.contains(plain)) {
            return Arm.CANARY;
        }
        return BASELINE.contains(plain) ? Arm.BASELINE : null;
    }

    /// The side that the last part of a name tells: "fraud-canary".
    static @Nullable Arm suffix(String name) {
        return arm(name.substring(name.lastIndexOf('-') + 1));
    }
}
