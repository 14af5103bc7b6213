package jml.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Origin;
import jml.core.fleet.Presence;
import jml.core.fleet.RandomFleet;
import jml.core.fleet.SnapshotAssert;
import jml.core.fleet.StoreException;
import jml.store.code.Packed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedFileTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final InstantSource ONE = InstantSource.fixed(Instant.parse("2026-03-02T13:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void whatIsNoDatabaseIsPutAsideAndANewRecordBegun() throws IOException {
        Files.write(file(), "<html>this is not a database</html>".repeat(1000).getBytes());

        goesOnWithANewRecord();
        assertThat(Files.readString(folder.resolve("record-damaged-20260302T130000.mv.db")))
                .startsWith("<html>");
    }

    @Test
    void aFileCutInHalfIsPutAsideOrStillGivesOnlyWhatWasRecorded() throws IOException {
        var kept = recordSome();
        try (var cut = new RandomAccessFile(file().toFile(), "rw")) {
            cut.setLength(cut.length() / 2);
        }

        givesOnlyWhatWasRecorded(kept);
    }

    @Test
    void aFileWithItsBeginningOverwrittenIsPutAside() throws IOException {
        recordSome();
        try (var overwritten = new RandomAccessFile(file().toFile(), "rw")) {
            overwritten.write(new byte[(int) overwritten.length() - 1]);
        }

        goesOnWithANewRecord();
    }

    @Test
    void bytesThatRotAreNeverShownAsFigures() throws IOException {
        var kept = recordSome();
        var random = new Random(4);
        try (var rotten = new RandomAccessFile(file().toFile(), "rw")) {
            for (int i = 0; i < 200; i++) {
                rotten.seek(8192 + random.nextLong(rotten.length() - 8192));
                rotten.write(random.nextInt(256));
            }
        }

        givesOnlyWhatWasRecorded(kept);
    }

    @Test
    void aSecondDamagedFileDoesNotReplaceTheFirst() throws IOException {
        for (int i = 0; i < 2; i++) {
            Files.write(file(), ("no database " + i).repeat(3000).getBytes());
            try (var record = open()) {
                assertThat(record.notice()).isPresent();
            }
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(it -> it.toString().contains("damaged"))).hasSize(2);
        }
    }

    @Test
    void aRecordOfANewerConsoleIsLeftAlone() throws Exception {
        recordSome();
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("record"), "RECORDER", "");
                var statement = connection.createStatement()) {
            statement.execute("UPDATE \"flyway_schema_history\" SET \"version\" = '999'");
        }

        assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining("newer console");
        assertThat(file()).exists();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        var occupied = Files.createFile(folder.resolve("occupied"));

        assertThatThrownBy(() -> H2FleetRecord.open(occupied.resolve("in"), Origin.SIMULATED, ONE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("occupied");
    }

    @Test
    void indicatorsOfAnotherVersionAreLeftOutAndTodaysAreNotMeasured() throws SQLException {
        var kept = recordSome();
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("record"), "RECORDER", "");
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE frame SET part = 'drjft' WHERE part = 'drift'"))
                    .isPositive();
            rename(statement.getConnection(), "drift", "drjft");
        }

        try (var record = open()) {
            for (var snapshot : kept) {
                var shown = record.at(snapshot.at()).orElseThrow();
                for (int row = 0; row < shown.size(); row++) {
                    assertThat(OtherVersion.drift(shown, row)).isEqualTo(Presence.NOT_MEASURED);
                }
                SnapshotAssert.assertSame(shown, OtherVersion.withoutDrift(snapshot));
            }
        }
    }

    private static void rename(Connection connection, String from, String to) throws SQLException {
        try (var facts = connection.prepareStatement("SELECT number, body FROM fact WHERE kind = 'columns'");
                var rows = facts.executeQuery();
                var update = connection.prepareStatement("UPDATE fact SET body = ? WHERE number = ?")) {
            while (rows.next()) {
                var names = new String(Packed.unpack(rows.getBytes(2)), StandardCharsets.UTF_8);
                assertThat(names).contains("v:" + from);
                for (var kind : List.of("p:", "v:", "a:")) {
                    names = names.replace(kind + from, kind + to);
                }
                update.setBytes(1, Packed.pack(names.getBytes(StandardCharsets.UTF_8)));
                update.setLong(2, rows.getLong(1));
                assertThat(update.executeUpdate()).isEqualTo(1);
            }
        }
    }

    private void goesOnWithANewRecord() {
        try (var record = open()) {
            assertThat(record.notice())
                    .hasValueSatisfying(text ->
                            assertThat(text).contains("damaged").contains("record-damaged-20260302T130000.mv.db"));
            assertThat(record.latest()).isEmpty();
            record.append(FleetSnapshot.empty(NOON, Origin.SIMULATED));
            assertThat(record.latest()).isPresent();
        }
    }

    private void givesOnlyWhatWasRecorded(List<FleetSnapshot> kept) {
        try (var record = open()) {
            for (var snapshot : kept) {
                try {
                    record.at(snapshot.at()).ifPresent(shown -> kept.stream()
                            .filter(it -> it.at().equals(shown.at()))
                            .forEach(it -> SnapshotAssert.assertSame(shown, it)));
                } catch (StoreException told) {
                    assertThat(told).hasMessageContaining(snapshot.at().toString());
                }
            }
        }
    }

    private List<FleetSnapshot> recordSome() {
        var fleet = new RandomFleet(1, Origin.SIMULATED, 70);
        var kept = new ArrayList<FleetSnapshot>();
        try (var record = open()) {
            for (int i = 0; i < 70; i++) {
                kept.add(fleet.next(NOON.plusSeconds(30L * i)));
                record.append(kept.getLast());
            }
            record.compact();
        }
        return kept;
    }

    private Path file() {
        return folder.resolve("record.mv.db");
    }

    private H2FleetRecord open() {
        return H2FleetRecord.open(folder, Origin.SIMULATED, ONE);
    }
}
