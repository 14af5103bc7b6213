package jml.store;

import java.sql.SQLException;
import jml.core.fleet.StoreException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// The tables, as numbered steps under `schema/`. Flyway costs as much time as opening the database, so it runs only
/// when the version row says that a step is missing.
final class Schema {
    /// Of the last step.
    static final int VERSION = 5;

    private static final int NO_SUCH_TABLE = 42102;
    private static final int NO_SUCH_TABLE_IN_EMPTY_DATABASE = 42104;

    private Schema() {}

    static void bringUpToDate(Connections owner, String reader) throws SQLException {
        int version = version(owner);
        if (version > VERSION) {
            throw new StoreException("the record was written by a newer console (schema " + version
                    + ", this one knows " + VERSION + "): update the console or use another data folder");
        }
        if (version < VERSION) {
            migrate(owner, reader);
        }
    }

    private static int version(Connections owner) throws SQLException {
        var connection = owner.openConnection();
        try (var query = connection.createStatement();
                var rows = query.executeQuery(
                        "SELECT MAX(CAST(\"version\" AS INTEGER)) FROM \"flyway_schema_history\" WHERE \"success\"")) {
            return rows.next() ? rows.getInt(1) : 0;
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_TABLE || e.getErrorCode() == NO_SUCH_TABLE_IN_EMPTY_DATABASE) {
                return 0;
            }
            throw e;
        } finally {
            owner.closeConnection(connection);
        }
    }

    private static void migrate(Connections owner, String reader) throws SQLException {
        try {
            Flyway.configure()
                    .dataSource(owner.url(), owner.user(), "")
                    .locations("classpath:jml/store/schema")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreException("the record's tables cannot be brought up to date: " + e.getMessage(), e);
        }
        var connection = owner.openConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE USER IF NOT EXISTS " + reader + " PASSWORD ''");
            statement.execute("GRANT SELECT ON SCHEMA PUBLIC TO " + reader);
        } finally {
            owner.closeConnection(connection);
        }
    }
}
