package jml.store;

import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;

/// The space inside the database's file.
///
/// With commits written at once (`WRITE_DELAY 0`) H2 has no thread that rewrites half-empty chunks and moves them
/// together, and SQL has no statement for it while the database is open, so this asks the storage itself.
final class FileSpace {
    /// Chunks less full than this are rewritten.
    private static final int FILL_PERCENT = 90;

    /// Chunks move to the front until the file has no more free space than this, and it is cut off behind them. A few
    /// free megabytes stay for what is written next.
    private static final int FILE_FILL_PERCENT = 95;

    private static final int BYTES_A_STEP = 16 << 20;

    /// Smaller moves go round in circles: the chunk at the front of those moved must fit into the space before it.
    private static final int BYTES_A_MOVE = 64 << 20;
    private static final int MOST_STEPS = 20;
    private static final int MOST_MOVES = 4;

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
                moveTogether(storage);
            }
        } finally {
            owner.closeConnection(connection);
        }
    }

    private static void moveTogether(MVStore storage) {
        if (storage.getFileStore() instanceof RandomAccessStore file) {
            for (int step = 0; step < MOST_MOVES && worthMoving(file); step++) {
                file.compactMoveChunks(FILE_FILL_PERCENT, BYTES_A_MOVE, storage);
            }
        }
    }

    private static boolean worthMoving(RandomAccessStore file) {
        int fill = file.getFillRate();
        return fill < FILE_FILL_PERCENT && file.size() / 100 * (100 - fill) > BYTES_A_STEP;
    }
}
