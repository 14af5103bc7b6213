package jml.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import jml.core.metric.LabelSet;
import jml.core.metric.Series;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.core.source.SourceException;
import jml.engine.FakePacer;
import jml.engine.metric.LiveSeries;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordedHistoryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final ModelKey MODEL = new ModelKey("prod", "fraud");

    private final RecordingFleetRecord record = new RecordingFleetRecord();
    private final FakePacer clock = new FakePacer(NOON.plus(Duration.ofHours(3)));
    private final List<String> asked = new ArrayList<>();
    private @Nullable SourceException failure;
    private boolean lasting = true;
    private boolean empty;

    @Test
    void whatTheRecordHoldsIsNotAskedFor() throws Exception {
        record.recorded = line(NOON, NOON.plusSeconds(3600), STEP, 1);

        var drawn = history().series(MODEL, Arm.ALL, Sli.TRAFFIC, NOON, NOON.plusSeconds(3600), STEP);

        assertThat(drawn).isSameAs(record.recorded);
        assertThat(asked).isEmpty();
    }

    @Test
    void whatIsMissingIsAskedOnceInWholeSpansAndOpensOfflineAfterARestart() throws Exception {
        var seen = draw(history(), 600, 3600);

        assertThat(asked).containsExactly("2026-03-01T12:00:00Z to 2026-03-01T14:00:00Z by PT30S");
        failure = new SourceException("prometheus", SourceException.Kind.UNREACHABLE, "refused");
        var again = draw(history(), 600, 3600);
        assertThat(again.times()).isEqualTo(seen.times()).hasSize(101);
        assertThat(again.values()).isEqualTo(seen.values());
        draw(history(), 1200, 4800);
        assertThat(asked).hasSize(1);
    }

    @Test
    void anEmptyAnswerIsAskedOnce() throws Exception {
        empty = true;

        assertThat(draw(history(), 0, 3600).size()).isZero();
        assertThat(draw(history(), 0, 3600).size()).isZero();

        assertThat(asked).hasSize(1);
    }

    @Test
    void anAnswerThatDoesNotLastIsAskedAgain() throws Exception {
        lasting = false;
        var history = history();

        draw(history, 0, 3600);
        draw(history, 0, 3600);

        assertThat(asked).hasSize(2);
        assertThat(record.archive.kept).isEmpty();
    }

    @Test
    void theNewestTwoMinutesAreDrawnAndNotKept() throws Exception {
        var now = NOON.plusSeconds(3600);
        var drawn = new RecordedHistory(record, this::answer, record.archive::keep, new FakePacer(now))
                .series(MODEL, Arm.ALL, Sli.TRAFFIC, NOON, now, STEP);

        assertThat(drawn.time(drawn.size() - 1)).isEqualTo(now);
        var kept = record.archive.kept.getFirst();
        assertThat(kept.to()).isEqualTo(now.minusSeconds(120));
        assertThat(kept.points().time(kept.points().size() - 1)).isEqualTo(now.minusSeconds(150));
    }

    @Test
    void aConsoleThatCannotKeepRemembersWhatItAsked() throws Exception {
        var history = new RecordedHistory(record, this::answer, _ -> {}, clock);

        draw(history, 0, 3600);
        draw(history, 0, 3600);

        assertThat(asked).hasSize(1);
    }

    @Test
    void recordedPointsStandBeforeAskedOnesOfTheSameStep() throws Exception {
        record.recorded = line(NOON.plusSeconds(1800), NOON.plusSeconds(3600), STEP, 1);

        var drawn = draw(history(), 0, 3600);

        assertThat(drawn.size()).isEqualTo(121);
        for (int i = 0; i < drawn.size(); i++) {
            assertThat(drawn.values()[i]).isEqualTo(i < 60 ? 7 : 1);
        }
        assertThat(drawn.step()).isEqualTo(STEP);
    }

    @Test
    void aHoleInsideTheRecordIsAskedForOnceAndWhatWasRecordedStandsAroundIt() throws Exception {
        record.recorded = joined(
                line(NOON, NOON.plusSeconds(900), STEP, 1),
                line(NOON.plusSeconds(1800), NOON.plusSeconds(3600), STEP, 2));
        var history = history();

        var drawn = draw(history, 0, 3600);
        draw(history, 0, 3600);

        assertThat(asked).hasSize(1);
        assertThat(drawn.size()).isEqualTo(121);
        for (int i = 0; i < drawn.size(); i++) {
            assertThat(drawn.values()[i]).isEqualTo(i <= 30 ? 1 : i < 60 ? 7 : 2);
        }
        assertThat(drawn.asked())
                .containsExactly(new Series.Asked(NOON.plusSeconds(930), NOON.plusSeconds(1770), STEP));
    }

    @Test
    void anEmptyAnswerAboutAHoleIsAnAnswer() throws Exception {
        empty = true;
        record.recorded = joined(
                line(NOON, NOON.plusSeconds(900), STEP, 1),
                line(NOON.plusSeconds(1800), NOON.plusSeconds(3600), STEP, 2));
        var history = history();

        assertThat(draw(history, 0, 3600).times()).isEqualTo(record.recorded.times());
        draw(history, 0, 3600);

        assertThat(asked).hasSize(1);
    }

    @Test
    void whatWasNotRecordedAfterTheLastPointIsAskedForWhenItIsOldEnough() throws Exception {
        record.recorded = line(NOON, NOON.plusSeconds(900), STEP, 1);

        assertThat(draw(history(), 0, 3600).size()).isEqualTo(121);
        assertThat(asked).hasSize(1);
    }

    @Test
    void whileNothingIsMeasuredTheLiveStoreIsAskedNowAndThenAndNotAtEachRefresh() throws Exception {
        record.recorded = line(NOON, NOON.plusSeconds(900), STEP, 1);
        empty = true;
        var now = new FakePacer(NOON.plusSeconds(3600));
        var history = new RecordedHistory(record, this::answer, record.archive::keep, now);
        for (int second = 0; second < 240; second += 5) {
            history.series(MODEL, Arm.ALL, Sli.TRAFFIC, NOON, now.instant(), STEP);
            now.advance(Duration.ofSeconds(5));
        }

        assertThat(asked).hasSizeBetween(2, 3);
    }

    @Test
    void aRecorderThatIsLateLeavesNoHole() throws Exception {
        record.recorded = joined(
                line(NOON, NOON.plusSeconds(900), STEP, 1),
                line(NOON.plusSeconds(1020), NOON.plusSeconds(3600), STEP, 2));

        assertThat(draw(history(), 0, 3600)).isSameAs(record.recorded);
        assertThat(asked).isEmpty();
    }

    @Test
    void aFinerAnswerStandsBeforeWhatTheRecordThinned() throws Exception {
        draw(history(), 0, 3600);
        record.recorded = line(NOON, NOON.plusSeconds(3600), Duration.ofMinutes(5), 1);

        var drawn = draw(history(), 0, 3600);

        assertThat(drawn.values()).hasSize(121).containsOnly(7);
        assertThat(drawn.step()).isEqualTo(STEP);
        assertThat(asked).hasSize(1);
    }

    @Test
    void noLineIsDrawnFinerThanAskedFor() throws Exception {
        draw(history(), 0, 3600);
        failure = new SourceException("prometheus", SourceException.Kind.UNREACHABLE, "refused");

        var drawn = history().series(MODEL, Arm.ALL, Sli.TRAFFIC, NOON, NOON.plusSeconds(3570), Duration.ofMinutes(2));

        assertThat(drawn.size()).isEqualTo(30);
        assertThat(drawn.step()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void withoutTheLiveStoreWhatIsRecordedIsDrawnAndNothingAtAllIsAFailure() throws Exception {
        failure = new SourceException("prometheus", SourceException.Kind.UNREACHABLE, "refused");
        assertThatThrownBy(() -> draw(history(), 0, 3600)).isSameAs(failure);

        record.recorded = line(NOON.plusSeconds(1800), NOON.plusSeconds(3600), STEP, 1);

        assertThat(draw(history(), 0, 3600).size()).isEqualTo(61);
    }

    @Test
    void whatIsDrawnAtOnceIsWhatIsKept() throws Exception {
        var rough = new Series(
                LabelSet.of(Map.of()),
                new long[] {NOON.toEpochMilli(), NOON.toEpochMilli() + 30_000},
                new double[] {0.123_456_789, Double.NaN},
                STEP);
        var history = new RecordedHistory(
                record, (_, _, _, _, _, _) -> new LiveSeries.Answer(rough, true), record.archive::keep, clock);

        var drawn = history.series(MODEL, Arm.ALL, Sli.FIDELITY, NOON, NOON.plusSeconds(600), STEP);

        assertThat(drawn.values()).containsExactly(0.1235);
        assertThat(record.archive.kept.getFirst().points().values()).containsExactly(0.1235);
    }

    private RecordedHistory history() {
        return new RecordedHistory(record, this::answer, record.archive::keep, clock);
    }

    private static Series draw(RecordedHistory history, int from, int to) throws Exception {
        return history.series(MODEL, Arm.ALL, Sli.TRAFFIC, NOON.plusSeconds(from), NOON.plusSeconds(to), STEP);
    }

    private LiveSeries.Answer answer(ModelKey model, Arm arm, Sli sli, Instant from, Instant to, Duration step)
            throws SourceException {
        if (failure != null) {
            throw failure;
        }
        asked.add(from + " to " + to + " by " + step);
        var line = empty ? line(to, from, step, 7) : line(from, to, step, 7);
        return new LiveSeries.Answer(line, lasting);
    }

    private static Series joined(Series one, Series other) {
        return new Series(
                one.labels(),
                LongStream.concat(LongStream.of(one.times()), LongStream.of(other.times()))
                        .toArray(),
                DoubleStream.concat(DoubleStream.of(one.values()), DoubleStream.of(other.values()))
                        .toArray(),
                one.step());
    }

    private static Series line(Instant from, Instant to, Duration step, double value) {
        var times = LongStream.iterate(from.toEpochMilli(), at -> at <= to.toEpochMilli(), at -> at + step.toMillis())
                .toArray();
        return new Series(
                LabelSet.of(Map.of()),
                times,
                LongStream.of(times).mapToDouble(_ -> value).toArray(),
                step);
    }
}
