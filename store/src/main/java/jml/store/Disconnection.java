package jml.store;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells a lost connection from a failed statement.
final class Disconnection {
    /// H2: connection broken, database is closed, object is closed, database was closed by another process.
    private static final Set<Integer> CODES = Set.of(90067, 90098, 90007, 90121);

    private Disconnection() {}

    static boolean causedBy(@Nullable Throwable problem) {
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && CODES.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
