package jml.store;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells a damaged file from one that cannot be opened now.
final class Damage {
    /// H2: open elsewhere, wrong user, input or output failed, file cannot be made, connection lost, memory short.
    private static final Set<Integer> NO_DAMAGE = Set.of(90020, 28000, 90028, 90031, 90062, 90067, 90108, 90121);

    private Damage() {}

    static boolean causedBy(@Nullable Throwable problem) {
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return !NO_DAMAGE.contains(sql.getErrorCode());
            }
            if (cause instanceof IllegalStateException) {
                return true;
            }
        }
        return false;
    }
}
