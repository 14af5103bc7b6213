package jml.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jml.core.metric.SeriesArchive.Line;
import jml.core.metric.SeriesArchive.Span;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import org.junit.jupiter.api.Test;

/// What every [SeriesArchive] promises.
public abstract class SeriesArchiveContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration HALF_MINUTE = Duration.ofSeconds(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Line LINE = new Line(new ModelKey("prod", "fraud"), Arm.ALL, Sli.LATENCY_P95);

    /// An empty one; closing it is the test's own affair.
    protected abstract SeriesArchive open() throws Exception;

    @Test
    protected void anAnswerComesBackWithItsStepsAndEveryPoint() throws Exception {
        var archive = open();
        for (var sli : Sli.values()) {
            var asked = new Line(LINE.model(), Arm.CANARY, sli);
            var kept = walk(asked, NOON, HALF_MINUTE, 240, MINUTE);
            archive.keep(List.of(kept));

            assertSame(archive.find(asked, NOON, NOON.plusSeconds(1)), kept);
        }
    }

    @Test
    protected void anEmptyAnswerIsKeptToo() throws Exception {
        var archive = open();
        var nothing = walk(LINE, NOON, HALF_MINUTE, 0, HALF_MINUTE);

        archive.keep(List.of(nothing));

        assertSame(archive.find(LINE, NOON.plusSeconds(60), NOON.plusSeconds(90)), nothing);
    }

    @Test
    protected void holesBetweenPointsStay() throws Exception {
        var archive = open();
        long start = NOON.toEpochMilli();
        var points = series(new long[] {start, start + 30_000, start + 600_123}, new double[] {0.1, -3, 0.25});
        var kept = new Span(LINE, HALF_MINUTE, NOON, NOON.plusSeconds(3600), points);

        archive.keep(List.of(kept));

        assertSame(archive.find(LINE, NOON, NOON.plusSeconds(60)), kept);
    }

    @Test
    protected void onlyWhatTouchesTheWindowIsFound() throws Exception {
        var archive = open();
        var first = walk(LINE, NOON, HALF_MINUTE, 240, HALF_MINUTE);
        var second = walk(LINE, first.to(), HALF_MINUTE, 240, HALF_MINUTE);
        archive.keep(List.of(first, second));

        assertThat(archive.find(LINE, NOON.minusSeconds(60), NOON)).isEmpty();
        assertSame(archive.find(LINE, NOON, first.to()), first);
        assertSame(archive.find(LINE, first.to(), first.to().plusSeconds(1)), second);
        assertThat(archive.find(LINE, NOON, second.to())).hasSize(2);
        assertThat(archive.find(LINE, second.to(), Instant.MAX)).isEmpty();
    }

    @Test
    protected void answersOfDifferentStepsStandBesideEachOther() throws Exception {
        var archive = open();
        var fine = walk(LINE, NOON, HALF_MINUTE, 240, HALF_MINUTE);
        var coarse = walk(LINE, NOON, MINUTE, 240, MINUTE);

        archive.keep(List.of(fine, coarse));

        assertThat(archive.find(LINE, NOON, NOON.plusSeconds(60)))
                .extracting(Span::step)
                .containsExactlyInAnyOrder(HALF_MINUTE, MINUTE);
    }

    @Test
    protected void ofTwoAnswersAboutOneSpanTheOneThatReachesFurtherStays() throws Exception {
        var archive = open();
        var early = walk(LINE, NOON, HALF_MINUTE, 100, HALF_MINUTE);
        var later = walk(LINE, NOON, HALF_MINUTE, 200, HALF_MINUTE);
        var soon = new Span(early.line(), early.step(), NOON, NOON.plusSeconds(3000), early.points());
        var late = new Span(later.line(), later.step(), NOON, NOON.plusSeconds(6000), later.points());

        archive.keep(List.of(soon));
        archive.keep(List.of(late));
        archive.keep(List.of(soon));

        assertSame(archive.find(LINE, NOON, NOON.plusSeconds(60)), late);
    }

    @Test
    protected void modelsArmsAndIndicatorsShareNothing() throws Exception {
        var archive = open();
        archive.keep(List.of(walk(LINE, NOON, HALF_MINUTE, 240, HALF_MINUTE)));
        var end = NOON.plusSeconds(60);

        assertThat(archive.find(new Line(new ModelKey("test", "fraud"), Arm.ALL, Sli.LATENCY_P95), NOON, end))
                .isEmpty();
        assertThat(archive.find(new Line(LINE.model(), Arm.BASELINE, LINE.sli()), NOON, end))
                .isEmpty();
        assertThat(archive.find(new Line(LINE.model(), Arm.ALL, Sli.SUCCESS), NOON, end))
                .isEmpty();
    }

    @Test
    protected void whatIsNoAlignedSpanIsRefused() {
        var points = series(new long[0], new double[0]);

        assertThatThrownBy(() -> new Span(LINE, MINUTE, NOON.plusSeconds(60), NOON.plusSeconds(120), points))
                .hasMessageContaining("no span of PT1M begins at");
        assertThatThrownBy(() -> new Span(LINE, MINUTE, NOON, NOON.plusSeconds(240 * 60 + 1), points))
                .hasMessageContaining("no part of a span");
        assertThatThrownBy(() -> new Span(
                        LINE,
                        MINUTE,
                        NOON,
                        NOON.plusSeconds(60),
                        series(new long[] {NOON.plusSeconds(60).toEpochMilli()}, new double[] {1})))
                .hasMessageContaining("points outside");
        assertThatThrownBy(() -> SeriesArchive.start(NOON, Duration.ZERO)).hasMessageContaining("whole milliseconds");
        assertThatThrownBy(() -> SeriesArchive.start(NOON, Duration.ofNanos(1_000_001)))
                .hasMessageContaining("whole milliseconds");
    }

    private static Span walk(Line line, Instant from, Duration asked, int points, Duration told) {
        var random = new Random(line.hashCode() + points);
        var times = new long[points];
        var values = new double[points];
        for (int i = 0; i < points; i++) {
            times[i] = from.plus(asked.multipliedBy(i)).toEpochMilli();
            values[i] = line.sli().onGrid(random.nextDouble() * 0.2);
        }
        var to = from.plus(SeriesArchive.length(asked));
        return new Span(line, asked, from, to, new Series(LabelSet.of(Map.of()), times, values, told));
    }

    private static Series series(long[] times, double[] values) {
        return new Series(LabelSet.of(Map.of()), times, values, HALF_MINUTE);
    }

    private static void assertSame(List<Span> found, Span kept) {
        assertThat(found).hasSize(1);
        var only = found.getFirst();
        assertThat(only.line()).isEqualTo(kept.line());
        assertThat(only.step()).isEqualTo(kept.step());
        assertThat(only.from()).isEqualTo(kept.from());
        assertThat(only.to()).isEqualTo(kept.to());
        assertThat(only.points().step()).isEqualTo(kept.points().step());
        assertThat(only.points().times()).isEqualTo(kept.points().times());
        assertThat(only.points().values()).isEqualTo(kept.points().values());
    }
}
