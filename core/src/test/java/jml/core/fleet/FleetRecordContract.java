package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [FleetRecord] promises. An implementation extends this and gives an empty record of simulated history.
public abstract class FleetRecordContract {
    protected static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    protected FleetRecord record;

    protected abstract FleetRecord open() throws Exception;

    @BeforeEach
    void openRecord() throws Exception {
        record = open();
    }

    @AfterEach
    void closeRecord() {
        record.close();
    }

    @Test
    protected void anEmptyRecordHasNoPast() {
        assertThat(record.latest()).isEmpty();
        assertThat(record.at(NOON)).isEmpty();
        assertThat(record.span()).isEmpty();
        assertThat(record.events(Instant.MIN, Instant.MAX)).isEmpty();
        assertThat(record.recent(NOON, Roster.EMPTY).length()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    protected void everySnapshotComesBackAsItWas(long seed) {
        var kept = recordSome(seed, 75, 70);
        record.compact();
        kept.addAll(recordMore(kept, seed + 1000, 5));

        for (var snapshot : kept) {
            SnapshotAssert.assertSame(record.at(snapshot.at()).orElseThrow(), snapshot);
        }
        SnapshotAssert.assertSame(record.latest().orElseThrow(), kept.getLast());
        assertThat(record.span())
                .contains(new FleetRecord.Span(
                        kept.getFirst().at(), kept.getLast().at()));
    }

    @Test
    protected void betweenTwoSnapshotsTheEarlierOneShows() {
        var kept = recordSome(7, 65, 10);
        record.compact();

        for (int i = 0; i + 1 < kept.size(); i++) {
            assertThat(record.at(kept.get(i + 1).at().minusNanos(1))
                            .orElseThrow()
                            .at())
                    .isEqualTo(kept.get(i).at());
        }
        assertThat(record.at(kept.getFirst().at().minusNanos(1))).isEmpty();
        assertThat(record.at(Instant.MAX).orElseThrow().at())
                .isEqualTo(kept.getLast().at());
    }

    @Test
    protected void aSnapshotThatComesTooLateIsRefused() {
        var kept = recordSome(8, 2, 3);
        var last = kept.getLast().at();
        var fleet = new RandomFleet(9, Origin.SIMULATED, 3);

        assertThatThrownBy(() -> record.append(fleet.next(last))).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> record.append(fleet.next(last.minusSeconds(60))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(last.toString());
        SnapshotAssert.assertSame(record.latest().orElseThrow(), kept.getLast());
        record.append(fleet.next(last.plusSeconds(30)));
    }

    @Test
    protected void aSnapshotOfAnotherOriginIsRefused() {
        assertThatThrownBy(() -> record.append(FleetSnapshot.empty(NOON, Origin.LIVE)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("live");
    }

    @Test
    protected void aFleetWithoutModelsIsAlsoRemembered() {
        record.append(FleetSnapshot.empty(NOON, Origin.SIMULATED));

        SnapshotAssert.assertSame(record.latest().orElseThrow(), FleetSnapshot.empty(NOON, Origin.SIMULATED));
    }

    @Test
    protected void eventsComeBackOldestFirstAndOnlyOnce() {
        var later = event("b", NOON.plusSeconds(5), "it's \"later\"\n\u202E");
        var sooner = event("a", NOON.plusNanos(1), "sooner");
        record.append(List.of(later, sooner));
        record.append(List.of(event("a", NOON.plusSeconds(9), "the same again")));

        assertThat(record.events(NOON, NOON.plusSeconds(60))).containsExactly(sooner, later);
        assertThat(record.events(NOON, NOON.plusSeconds(5))).containsExactly(sooner);
        assertThat(record.events(NOON.plusSeconds(5), NOON.plusSeconds(6))).containsExactly(later);
    }

    /// Records `count` snapshots half a minute apart, give or take.
    protected List<FleetSnapshot> recordSome(long seed, int count, int models) {
        var fleet = new RandomFleet(seed, Origin.SIMULATED, models);
        return recordFrom(NOON, fleet, new Random(seed), count);
    }

    private List<FleetSnapshot> recordMore(List<FleetSnapshot> kept, long seed, int count) {
        var fleet = new RandomFleet(seed, Origin.SIMULATED, 3);
        return recordFrom(kept.getLast().at(), fleet, new Random(seed), count);
    }

    private List<FleetSnapshot> recordFrom(Instant after, RandomFleet fleet, Random random, int count) {
        var kept = new ArrayList<FleetSnapshot>();
        var at = after;
        for (int i = 0; i < count; i++) {
            at = at.plusSeconds(1 + random.nextInt(30)).plusNanos(random.nextInt(3) == 0 ? random.nextInt(1000) : 0);
            var snapshot = fleet.next(at);
            record.append(snapshot);
            kept.add(snapshot);
        }
        return kept;
    }

    private static FleetEvent event(String id, Instant at, String text) {
        return new FleetEvent(
                id,
                FleetEvent.Kind.DEPLOY,
                at,
                at.plusSeconds(1),
                id.equals("a") ? null : new ModelKey("prod", "fraud"),
                text,
                "argo");
    }
}
