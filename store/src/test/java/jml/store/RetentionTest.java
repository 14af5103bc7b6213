package jml.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Origin;
import jml.core.fleet.RandomFleet;
import jml.core.fleet.SnapshotAssert;
import jml.core.fleet.StoreException;
import jml.core.metric.Series;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.store.retention.Retention;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int EVERY = 10;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// A day in twenty minutes, thirty days in four hours.
    private static final Retention SHORT = new Retention(
            Duration.ofSeconds(EVERY),
            Duration.ofMinutes(20),
            Duration.ofHours(4),
            MINUTE,
            Duration.ofHours(8),
            Duration.ofMinutes(10),
            1_000_000_000);

    @TempDir
    Path folder;

    private RandomFleet fleet = new RandomFleet(3, Origin.SIMULATED, 6);
    private final List<FleetSnapshot> kept = new ArrayList<>();
    private H2FleetRecord record;

    @AfterEach
    void close() {
        record.close();
    }

    @Test
    void olderInstantsAreTheLastOfEachStepExactlyAsTheyWere() {
        open(SHORT);
        recordMinutes(120);

        var shown = instantsShown();
        var before = kept.getLast().at().minus(SHORT.full());

        assertThat(shown.size()).isBetween(220, 400);
        shown.values().forEach(snapshot -> {
            SnapshotAssert.assertSame(snapshot, kept.get(index(snapshot)));
            if (snapshot.at().isBefore(before.minus(Duration.ofMinutes(80)))) {
                assertThat(snapshot.at().plusSeconds(EVERY).getEpochSecond() % 60)
                        .isLessThan(EVERY);
            }
        });
        assertThat(shown.lastEntry().getValue().at()).isEqualTo(kept.getLast().at());
    }

    @Test
    void aLineOverAllTiersHasTheirValuesAndTellsTheCoarsestStep() {
        open(SHORT);
        fleet = new RandomFleet(3, Origin.SIMULATED, 150);
        recordMinutes(120);
        var model = survivor();
        var first = kept.getFirst().at();
        var last = kept.getLast().at();

        var line = record.series(model, Arm.ALL, Sli.FIDELITY, first, last, Duration.ofSeconds(EVERY));

        assertThat(line.step()).isEqualTo(MINUTE);
        for (int i = 0; i < line.size(); i++) {
            var snapshot = kept.get((int) (Duration.between(first, line.time(i)).toSeconds() / EVERY));
            int row = snapshot.roster().row(model).orElseThrow();
            assertThat(line.values()[i])
                    .isEqualTo(snapshot.figure(row, Arm.ALL, Sli.FIDELITY).value());
        }
    }

    @Test
    void whatIsOlderThanTheLastTierGoes() {
        open(new Retention(
                Duration.ofSeconds(EVERY),
                Duration.ofMinutes(4),
                Duration.ofMinutes(20),
                Duration.ofSeconds(20),
                Duration.ofMinutes(40),
                Duration.ofSeconds(30),
                1_000_000_000));
        recordMinutes(120);

        var first = record.span().orElseThrow().first();

        assertThat(first).isAfter(kept.getLast().at().minus(Duration.ofMinutes(100)));
        assertThat(record.at(first.minusSeconds(1))).isEmpty();
        SnapshotAssert.assertSame(
                record.at(first).orElseThrow(), kept.get(index(record.at(first).orElseThrow())));
    }

    @Test
    void aPinnedWindowStaysAtFullResolutionUntilUnpinned() {
        open(SHORT);
        var from = NOON.plus(Duration.ofMinutes(10));
        var to = NOON.plus(Duration.ofMinutes(20));
        record.pin("release 18", from, to);
        recordMinutes(120);

        for (var snapshot : kept) {
            if (!snapshot.at().isBefore(from) && !snapshot.at().isAfter(to)) {
                SnapshotAssert.assertSame(record.at(snapshot.at()).orElseThrow(), snapshot);
            }
        }

        record.unpin("release 18");
        recordMinutes(60);
        assertThat(record.at(from.plusSeconds(EVERY)).orElseThrow().at()).isNotEqualTo(from.plusSeconds(EVERY));
    }

    @Test
    void aPinnedModelsLineStaysWholeWhenTheFleetIsThinnedAndAfterARestart() {
        open(SHORT);
        fleet = new RandomFleet(3, Origin.SIMULATED, 150);
        recordMinutes(10);
        var from = NOON.plus(Duration.ofMinutes(2));
        var to = NOON.plus(Duration.ofMinutes(8));
        var measured = measured(from, to);
        var model = measured.getFirst();
        var other = measured.getLast();
        var whole = line(model, from, to);
        var wholeOther = line(other, from, to);
        record.pin("release 18", model, from, to);
        recordMinutes(110);

        record.close();
        open(SHORT);

        assertThat(line(model, from, to).times()).isEqualTo(whole.times());
        assertThat(line(model, from, to).values()).isEqualTo(whole.values());
        assertThat(line(model, from, to).step()).isEqualTo(Duration.ofSeconds(EVERY));
        assertThat(line(other, from, to).size()).isLessThan(wholeOther.size() / 2);
        var shown = record.at(from.plusSeconds(3 * EVERY)).orElseThrow();
        SnapshotAssert.assertSame(shown, kept.get(index(shown)));

        record.unpin("release 18");
        assertThat(line(model, from, to).size()).isLessThan(whole.size() / 2);
    }

    @Test
    void aRecordThatIsTooLargeLetsGoOfPinnedLinesLast() {
        open(new Retention(
                Duration.ofSeconds(EVERY),
                Duration.ofMinutes(4),
                Duration.ofHours(3),
                MINUTE,
                Duration.ofHours(4),
                Duration.ofMinutes(10),
                60_000));
        recordMinutes(4);
        var model = survivor();
        record.pin("release 18", model, NOON, NOON.plus(Duration.ofHours(2)));
        recordMinutes(60);

        assertThat(record.stretchBytes()).isLessThanOrEqualTo(60_000);
        assertThat(record.span().orElseThrow().first()).isBefore(NOON.plus(Duration.ofMinutes(11)));
    }

    @Test
    void aModelThatWasNeverRecordedCannotBePinned() {
        open(SHORT);

        assertThatThrownBy(() -> record.pin("release 18", new ModelKey("prod", "unheard of"), NOON, NOON))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("unheard of was never recorded");
    }

    @Test
    void aPinIsOnlyEverWidened() {
        open(SHORT);
        var from = NOON.plus(Duration.ofMinutes(5));
        var to = NOON.plus(Duration.ofMinutes(10));
        record.pin("release 18", from, from.plusSeconds(60));
        record.pin("release 18", from.plusSeconds(60), to);
        recordMinutes(60);

        for (var snapshot : kept) {
            if (!snapshot.at().isBefore(from) && !snapshot.at().isAfter(to)) {
                SnapshotAssert.assertSame(record.at(snapshot.at()).orElseThrow(), snapshot);
            }
        }
    }

    @Test
    void aRecordThatIsTooLargeThinsWhatIsPinnedAndDeletesNoneOfIt() {
        open(new Retention(
                Duration.ofSeconds(EVERY),
                Duration.ofHours(2),
                Duration.ofHours(3),
                MINUTE,
                Duration.ofHours(4),
                Duration.ofMinutes(10),
                240_000));
        record.pin("release 18", NOON, NOON.plus(Duration.ofHours(2)));
        recordMinutes(60);

        assertThat(record.stretchBytes()).isLessThanOrEqualTo(240_000);
        assertThat(record.span().orElseThrow().first()).isBefore(NOON.plus(Duration.ofMinutes(11)));
    }

    @Test
    void aRecordThatIsTooLargeLosesItsOldestDetailFirstAndNeverAnEvent() {
        open(new Retention(
                Duration.ofSeconds(EVERY),
                Duration.ofHours(4),
                Duration.ofHours(6),
                MINUTE,
                Duration.ofHours(8),
                Duration.ofMinutes(10),
                360_000));
        var event = new FleetEvent("a", FleetEvent.Kind.DEPLOY, NOON, NOON, null, "v18 serves", "argo");
        record.append(List.of(event));
        recordMinutes(120);

        assertThat(record.stretchBytes()).isLessThanOrEqualTo(360_000);
        assertThat(record.events(NOON, NOON.plusSeconds(1))).containsExactly(event);
        SnapshotAssert.assertSame(record.latest().orElseThrow(), kept.getLast());
    }

    @Test
    void factsThatNothingRefersToAreSweptAndTheOthersStay() {
        open(SHORT);
        recordMinutes(120);
        var shown = instantsShown();
        record.close();

        assertThat(facts()).isLessThan(kept.size());
        open(SHORT);
        shown.values()
                .forEach(snapshot ->
                        SnapshotAssert.assertSame(record.at(snapshot.at()).orElseThrow(), kept.get(index(snapshot))));
    }

    private Series line(ModelKey model, Instant from, Instant to) {
        return record.series(model, Arm.ALL, Sli.FIDELITY, from, to, Duration.ofSeconds(EVERY));
    }

    private List<ModelKey> measured(Instant from, Instant to) {
        return kept.getLast().roster().models().stream()
                .map(ModelFacts::key)
                .filter(key -> line(key, from, to).size() > 18)
                .toList();
    }

    private ModelKey survivor() {
        return kept.getFirst().roster().models().stream()
                .map(ModelFacts::key)
                .filter(key -> kept.getLast().roster().row(key).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private int facts() {
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("record"), "READER", "");
                var query = connection.createStatement();
                var rows = query.executeQuery("SELECT COUNT(*) FROM fact WHERE kind = 'model'")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void open(Retention retention) {
        record = H2FleetRecord.open(folder, Origin.SIMULATED, retention, InstantSource.system());
    }

    private void recordMinutes(int minutes) {
        for (int i = 0; i < minutes * 60 / EVERY; i++) {
            var snapshot = fleet.next(NOON.plusSeconds((long) EVERY * kept.size()));
            record.append(snapshot);
            kept.add(snapshot);
            if (i % 20 == 19) {
                record.compact();
            }
        }
    }

    private TreeMap<Instant, FleetSnapshot> instantsShown() {
        var shown = new TreeMap<Instant, FleetSnapshot>();
        for (var snapshot : kept) {
            record.at(snapshot.at()).ifPresent(it -> shown.put(it.at(), it));
        }
        return shown;
    }

    private int index(FleetSnapshot snapshot) {
        return (int) (Duration.between(NOON, snapshot.at()).toSeconds() / EVERY);
    }
}
