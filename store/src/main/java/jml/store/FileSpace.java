package jml.store;

import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/// The space inside the database's file.
///
/// With commits written at once (`WRITE_DELAY 0`) H2 has no thread that rewrites half-empty chunks, and SQL has no
/// statement for it while the database is open, so this asks the storage itself.
final class FileSpace {
    /// Chunks less full than this are rewritten.
    private static final int FILL_PERCENT = 85;

    private static final int BYTES_A_STEP = 16 << 20;
    private static final int MOST_STEPS = 20;

    private FileSpace() {}

    /// Whether this process has the file open itself, and not by way of another.
    static boolean openedHere(Connections owner) throws SQLException {
        var connection = owner.openConnection();
        try {
            return connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal;
        } finally {
            owner.closeConnection(connection);
        }
    }

    static void reclaim(Connections owner) throws SQLException {
        var connection = owner.openConnection();
        try {
            if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                    && session.getDatabase().isPersistent()) {
                var storage = session.getDatabase().getStore().getMvStore();
                for (int step = 0; step < MOST_STEPS && storage.compact(FILL_PERCENT, BYTES_A_STEP); step++) {
                    // Each step rewrites what its bytes allow.
                }
            }
        } finally {
            owner.closeConnection(connection);
        }
    }
}
