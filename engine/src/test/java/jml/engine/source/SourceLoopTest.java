package jml.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import jml.core.source.SourceException;
import jml.core.source.SourceHealth;
import jml.core.source.SourceKind;
import jml.engine.FakePacer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SourceLoopTest {
    private static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final SourceIdentity PROM =
            new SourceIdentity("prom", "prod", SourceKind.METRICS, EVERY, Duration.ofSeconds(5));

    private final FakePacer pacer = new FakePacer(NOON);
    private final Queue<Question<Integer>> questions = new ArrayDeque<>();
    private final SourceLoop<Integer> loop = new SourceLoop<>(
            PROM,
            tick -> Objects.requireNonNull(questions.poll()).ask(tick),
            value -> value == 7 ? List.of("partial") : List.of(),
            pacer,
            new Random(1),
            () -> {});

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void anAnswerIsKeptWithItsTickAndWarnings() throws Exception {
        questions.add(_ -> 7);

        loop.start();
        assertThat(pacer.nextSleep()).isEqualTo(EVERY);

        assertThat(loop.latest()).isEqualTo(new Answer<>(7, NOON, List.of("partial")));
        assertThat(loop.health(NOON).state()).isEqualTo(SourceHealth.State.LIVE);
        assertThat(loop.health(NOON).warnings()).containsExactly("partial");
    }

    @Test
    void aFailureKeepsTheLastGoodAnswerAndSaysSinceWhen() throws Exception {
        questions.add(_ -> 1);
        questions.add(_ -> fail(null));
        questions.add(_ -> fail(null));

        loop.start();
        turn();
        turn();
        pacer.nextSleep();

        var health = loop.health(pacer.instant());
        assertThat(Objects.requireNonNull(loop.latest()).value()).isEqualTo(1);
        assertThat(health.state()).isEqualTo(SourceHealth.State.STALE);
        assertThat(Objects.requireNonNull(health.problem()).times()).isEqualTo(2);
        assertThat(health.problem().since()).isEqualTo(NOON.plus(EVERY));
    }

    @Test
    void failuresInARowWaitLongerEachTime() throws Exception {
        questions.add(_ -> fail(null));
        questions.add(_ -> fail(null));
        questions.add(_ -> fail(null));

        loop.start();
        var first = turn();
        var second = turn();
        var third = pacer.nextSleep();

        assertThat(first)
                .isBetween(
                        EVERY.multipliedBy(8).dividedBy(10),
                        EVERY.multipliedBy(12).dividedBy(10));
        assertThat(second).isGreaterThan(first);
        assertThat(third).isGreaterThan(second);
    }

    @Test
    void aServerThatSaysWhenToComeBackIsObeyed() throws Exception {
        questions.add(_ -> fail(Duration.ofMinutes(20)));

        loop.start();

        assertThat(pacer.nextSleep()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void whenToComeBackCountsFromTheAnswer() throws Exception {
        questions.add(_ -> {
            pacer.advance(Duration.ofSeconds(4));
            return fail(Duration.ofMinutes(20));
        });

        loop.start();

        assertThat(pacer.nextSleep()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void aSlowAnswerIsFollowedByARestAsLong() throws Exception {
        questions.add(_ -> answerAfter(Duration.ofMinutes(2)));

        loop.start();

        assertThat(pacer.nextSleep()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void aQuickAnswerKeepsTheRhythm() throws Exception {
        questions.add(_ -> answerAfter(Duration.ofSeconds(3)));

        loop.start();

        assertThat(pacer.nextSleep()).isEqualTo(EVERY.minusSeconds(3));
        assertThat(loop.health(pacer.instant()).interval()).isEqualTo(EVERY);
    }

    @Test
    void aSlowSourceIsNotStaleInItsOwnRhythm() throws Exception {
        questions.add(_ -> answerAfter(Duration.ofMinutes(2)));
        loop.start();
        pacer.nextSleep();

        pacer.advance(Duration.ofMinutes(4));

        var health = loop.health(pacer.instant());
        assertThat(health.interval()).isEqualTo(Duration.ofMinutes(4));
        assertThat(health.state()).isEqualTo(SourceHealth.State.LIVE);
    }

    @Test
    void aSourceThatNeverAnswersIsDeadAndNotStale() throws Exception {
        questions.add(_ -> fail(null));

        loop.start();
        pacer.nextSleep();

        assertThat(loop.health(NOON).state()).isEqualTo(SourceHealth.State.DEAD);
        assertThat(loop.health(NOON).lastAnswer()).isNull();
    }

    @Test
    void aQuestionThatHangsIsCutOffAtItsTimeout() throws Exception {
        var never = new CountDownLatch(1);
        var quick = new SourceIdentity("slow", "prod", SourceKind.METRICS, EVERY, Duration.ofMillis(20));
        try (var slow = new SourceLoop<Integer>(
                quick,
                _ -> {
                    never.await();
                    return 1;
                },
                _ -> List.of(),
                pacer,
                new Random(1),
                () -> {})) {
            slow.start();
            pacer.nextSleep();

            assertThat(Objects.requireNonNull(slow.health(NOON).problem()).message())
                    .contains("no answer within 20 ms");
        }
    }

    @Test
    void wakingAsksAtOnceAndOnlyOnce() throws Exception {
        var asked = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            questions.add(_ -> asked.incrementAndGet());
        }
        loop.start();
        pacer.nextSleep();

        loop.wake();
        pacer.nextSleep();

        assertThat(asked).hasValue(2);
    }

    @Test
    void aPausedLoopDoesNotAsk() throws Exception {
        loop.pause();

        loop.start();
        pacer.nextSleep();

        assertThat(loop.health(NOON).state()).isEqualTo(SourceHealth.State.PAUSED);
        assertThat(loop.latest()).isNull();
    }

    @Test
    void aBugOfOursIsSaidToBeOurs() throws Exception {
        questions.add(_ -> {
            throw new IllegalStateException("oops");
        });

        loop.start();
        pacer.nextSleep();

        assertThat(Objects.requireNonNull(loop.health(NOON).problem()).kind())
                .isEqualTo(SourceException.Kind.CONSOLE_BUG);
    }

    private Duration turn() throws InterruptedException {
        var slept = pacer.nextSleep();
        pacer.advance(EVERY);
        pacer.letGo();
        return slept;
    }

    private int answerAfter(Duration took) {
        pacer.advance(took);
        return 1;
    }

    private static int fail(Duration retryAfter) throws SourceException {
        throw new SourceException("prom", SourceException.Kind.UNREACHABLE, "connection refused", null, retryAfter);
    }
}
