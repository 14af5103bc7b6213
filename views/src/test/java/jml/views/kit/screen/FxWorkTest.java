package jml.views.kit.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FxWorkTest {
    private final ArrayDeque<Runnable> background = new ArrayDeque<>();
    private final ArrayDeque<Runnable> fxQueue = new ArrayDeque<>();
    private final FxWork work = new FxWork(background::add, fxQueue::add);

    @Test
    void aRoundAskedForDuringARoundRunsOnceAfterIt() {
        var prepared = new AtomicInteger();
        var shown = new ArrayList<Integer>();
        var refresh = work.prepared(prepared::incrementAndGet, shown::add);

        refresh.run();
        background.remove().run();
        refresh.run();
        refresh.run();
        refresh.run();
        drain();

        assertThat(shown).containsExactly(1, 2);
    }

    @Test
    void whatTheFirstFrameDoesWithoutBeginsAfterIt() {
        var told = new ArrayList<String>();
        var starting = FxWork.beforeFirstFrame(background::add, fxQueue::add);

        starting.afterFirstFrame(() -> {
            told.add("begun");
            return () -> told.add("ended");
        });
        assertThat(told).isEmpty();
        starting.firstFrameShown();
        var later = starting.afterFirstFrame(() -> {
            told.add("at once");
            return () -> told.add("ended");
        });
        later.unsubscribe();

        assertThat(told).containsExactly("begun", "at once", "ended");
    }

    @Test
    void whatIsNoLongerWantedAtTheFirstFrameNeverBegins() {
        var told = new ArrayList<String>();
        var starting = FxWork.beforeFirstFrame(background::add, fxQueue::add);

        starting.afterFirstFrame(() -> {
                    told.add("begun");
                    return () -> told.add("ended");
                })
                .unsubscribe();
        starting.firstFrameShown();

        assertThat(told).isEmpty();
    }

    @Test
    void itIsQuietOnceEveryRefreshIsShown() {
        var told = new ArrayList<String>();
        var one = work.prepared(() -> 1, _ -> told.add("one"));
        var other = work.prepared(() -> 1, _ -> told.add("other"));

        one.run();
        other.run();
        work.whenQuiet(() -> told.add("quiet"));
        one.run();
        drain();

        assertThat(told).containsExactly("one", "other", "one", "quiet");
    }

    @Test
    void itIsQuietAtOnceWhenNothingWasAskedFor() {
        var told = new ArrayList<String>();

        work.whenQuiet(() -> told.add("quiet"));
        drain();

        assertThat(told).containsExactly("quiet");
    }

    @Test
    void onlyOneRoundIsUnderWayAtATime() {
        var refresh = work.prepared(() -> 1, _ -> {});

        refresh.run();
        refresh.run();

        assertThat(background).hasSize(1);
    }

    @Test
    void aRoundThatFailsDoesNotEndAllRounds() {
        var calls = new AtomicInteger();
        var shown = new ArrayList<Integer>();
        var refresh = work.prepared(
                () -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new IllegalStateException("first");
                    }
                    return calls.get();
                },
                shown::add);

        refresh.run();
        assertThat(background.remove())
                .satisfies(first -> org.assertj.core.api.Assertions.assertThatThrownBy(first::run)
                        .hasMessage("first"));
        refresh.run();
        drain();

        assertThat(shown).containsExactly(2);
    }

    @Test
    void aProblemReachesWhoAsked() {
        var problems = new ArrayList<String>();

        work.run(
                () -> {
                    throw new IOException("disk full");
                },
                _ -> {},
                problem -> problems.add(problem.getMessage()));
        drain();

        assertThat(problems).containsExactly("disk full");
    }

    @Test
    void whoNoLongerWaitsIsNotTold() {
        List<String> told = new ArrayList<>();
        var asked = work.run(() -> "late", told::add, _ -> {});

        asked.unsubscribe();
        drain();

        assertThat(told).isEmpty();
    }

    private void drain() {
        while (!background.isEmpty() || !fxQueue.isEmpty()) {
            (background.isEmpty() ? fxQueue : background).remove().run();
        }
    }
}
