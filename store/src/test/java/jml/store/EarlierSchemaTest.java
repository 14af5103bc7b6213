package jml.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.Origin;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierSchemaTest {
    private static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void eventsOfTheFirstSchemaAreStillReadAndNewOnesJoinThem() throws Exception {
        writtenByTheFirstConsole();
        var added = new FleetEvent(
                "new", FleetEvent.Kind.PAGE_ENDED, NOON.plusSeconds(9), NOON, null, "Page ended: X", "am", "f1");

        try (var record = H2FleetRecord.open(folder, Origin.LIVE, InstantSource.system())) {
            assertThat(record.recording()).isTrue();
            record.append(List.of(added));

            assertThat(record.events(NOON, NOON.plusSeconds(60)))
                    .containsExactly(
                            new FleetEvent("old", FleetEvent.Kind.PAGE_STARTED, NOON, NOON, null, "Page: X", "am"),
                            added);
        }
    }

    private void writtenByTheFirstConsole() throws SQLException {
        H2FleetRecord.open(folder, Origin.LIVE, InstantSource.system()).close();
        var url = "jdbc:h2:file:" + folder.resolve("record");
        try (var connection = DriverManager.getConnection(url, "RECORDER", "");
                var statement = connection.createStatement()) {
            statement.execute("DROP ALL OBJECTS");
        }
        Flyway.configure()
                .dataSource(url, "RECORDER", "")
                .locations("classpath:jml/store/schema")
                .target("1")
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection(url, "RECORDER", "");
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO timeline (id, recorder, origin) VALUES (1, 'local', '%2$s');
                    INSERT INTO event (timeline, hash, id, kind, at, known_at, text, source)
                    VALUES (1, X'00', 'old', 'PAGE_STARTED', %1$d, %1$d, 'Page: X', 'am')
                    """.formatted(NOON.getEpochSecond() * 1_000_000_000L, Origin.LIVE.word()));
        }
    }
}
