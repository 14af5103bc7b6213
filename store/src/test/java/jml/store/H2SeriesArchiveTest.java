package jml.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Origin;
import jml.core.metric.LabelSet;
import jml.core.metric.Series;
import jml.core.metric.SeriesArchive;
import jml.core.metric.SeriesArchive.Line;
import jml.core.metric.SeriesArchive.Span;
import jml.core.metric.SeriesArchiveContract;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.store.retention.Retention;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2SeriesArchiveTest extends SeriesArchiveContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final Line LINE = new Line(new ModelKey("prod", "fraud"), Arm.ALL, Sli.FIDELITY);

    @TempDir
    private Path folder;

    private final List<H2FleetRecord> opened = new ArrayList<>();

    @Override
    protected SeriesArchive open() {
        return record(Origin.LIVE).archive();
    }

    @AfterEach
    void close() {
        opened.forEach(H2FleetRecord::close);
    }

    @Test
    void whatWasKeptIsThereAfterAClose() {
        var before = record(Origin.LIVE);
        before.archive().keep(List.of(span(NOON)));
        before.close();
        opened.clear();

        assertThat(find(record(Origin.LIVE))).extracting(Span::from).containsExactly(NOON);
    }

    @Test
    void simulatedAnswersAreNotFoundAmongLiveOnes() {
        var live = record(Origin.LIVE);
        record(Origin.SIMULATED).archive().keep(List.of(span(NOON)));

        assertThat(find(live)).isEmpty();
    }

    @Test
    void aConsoleThatDoesNotRecordReadsAnswersAndKeepsNone() {
        var recording = record(Origin.LIVE);
        recording.archive().keep(List.of(span(NOON)));
        var beside = record(Origin.LIVE);

        assertThat(find(beside)).hasSize(1);
        assertThatThrownBy(() -> beside.archive().keep(List.of(span(NOON))))
                .hasMessageContaining("another console records");
    }

    @Test
    void answersGoWithTheOldestOfTheRecordUnlessPinned() {
        var record = record(Origin.LIVE);
        var pinned = NOON.minus(Duration.ofDays(100));
        var old = NOON.minus(Duration.ofDays(50));
        var young = NOON.minus(Duration.ofDays(30));
        record.archive().keep(List.of(span(pinned), span(old), span(young)));
        record.pin("release", pinned, pinned.plusSeconds(60));

        record.append(FleetSnapshot.empty(NOON, Origin.LIVE));
        record.compact();

        assertThat(find(record)).extracting(Span::from).containsExactlyInAnyOrder(pinned, young);
    }

    @Test
    void beyondItsSizeTheOldestAnswersGoFirstAndPinnedOnesLast() {
        var record = record(Origin.LIVE, 80 * 100_000L);
        var answers = new ArrayList<Span>();
        for (int i = 0; i < 2_000; i++) {
            answers.add(span(NOON.minus(SeriesArchive.length(STEP).multipliedBy(i))));
        }
        var oldest = answers.getLast().from();
        record.archive().keep(answers);
        record.pin("release", oldest, oldest.plusSeconds(60));
        assertThat(record.archiveBytes()).isGreaterThan(100_000);

        record.append(FleetSnapshot.empty(NOON, Origin.LIVE));
        record.compact();

        assertThat(record.archiveBytes()).isBetween(1L, 100_000L);
        assertThat(find(record))
                .extracting(Span::from)
                .contains(NOON, oldest)
                .doesNotContain(answers.get(1_990).from());
    }

    private H2FleetRecord record(Origin origin) {
        return record(origin, Retention.DEFAULT.mostBytes());
    }

    private H2FleetRecord record(Origin origin, long mostBytes) {
        var retention = new Retention(
                STEP,
                Duration.ofDays(1),
                Duration.ofDays(2),
                Duration.ofMinutes(5),
                mostBytes == Retention.DEFAULT.mostBytes() ? Duration.ofDays(40) : Duration.ofDays(400),
                Duration.ofHours(1),
                mostBytes);
        var record = H2FleetRecord.open(folder, origin, retention, InstantSource.system());
        opened.add(record);
        return record;
    }

    private static List<Span> find(H2FleetRecord record) {
        return record.archive().find(LINE, Instant.MIN, Instant.MAX);
    }

    private static Span span(Instant from) {
        var points = new Series(LabelSet.of(Map.of()), new long[] {from.toEpochMilli()}, new double[] {0.9771}, STEP);
        return new Span(LINE, STEP, from, from.plus(SeriesArchive.length(STEP)), points);
    }
}
