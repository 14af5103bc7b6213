package jml.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jdbi.v3.core.ConnectionFactory;

/// Connections of one user to one database, kept open between uses. Safe on any thread.
final class Connections implements ConnectionFactory, AutoCloseable {
    private static final int VALID_WITHIN_SECONDS = 5;

    private final String url;
    private final String user;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    Connections(String url, String user) {
        this.url = url;
        this.user = user;
    }

    String url() {
        return url;
    }

    String user() {
        return user;
    }

    @Override
    public Connection openConnection() throws SQLException {
        for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            // The process that served the file may have ended since.
            if (kept.isValid(VALID_WITHIN_SECONDS)) {
                return kept;
            }
        }
        // No password: who can read the folder can read the file, and the port asks for a key from the folder.
        return DriverManager.getConnection(url, user, "");
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        idle.addFirst(connection);
    }

    /// Drops what is kept, as after the death of the process that served it.
    @Override
    public void close() throws SQLException {
        for (var connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            connection.close();
        }
    }
}
