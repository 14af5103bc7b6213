package jml.views.kit.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The only crossing between threads. Both executors are given: tests and pictures pass `Runnable::run` for both, so
/// that everything asked for is there when the call returns.
public final class FxWork {
    private final Executor background;
    private final Executor fxThread;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Queue<Runnable> quiet = new ConcurrentLinkedQueue<>();
    private @Nullable List<Later> held;

    /// @param background runs what blocks, several at a time
    /// @param fxThread runs what touches views, one after the other
    public FxWork(Executor background, Executor fxThread) {
        this.background = background;
        this.fxThread = fxThread;
    }

    /// The same for a window that is about to be shown: [#afterFirstFrame] waits for [#firstFrameShown()].
    public static FxWork beforeFirstFrame(Executor background, Executor fxThread) {
        var work = new FxWork(background, fxThread);
        work.held = new ArrayList<>();
        return work;
    }

    /// Begins something that the first frame does without, once that frame is painted, or at once when it is.
    /// Unsubscribed, it ends, or never begins. FX thread.
    public Subscription afterFirstFrame(Supplier<Subscription> begin) {
        var later = new Later(begin);
        if (held == null) {
            later.begin();
        } else {
            held.add(later);
        }
        return later;
    }

    /// Begins what waited for it. FX thread.
    public void firstFrameShown() {
        var waiting = held;
        held = null;
        if (waiting != null) {
            waiting.forEach(Later::begin);
        }
    }

    /// Does what a person asked for in the background and hands result or problem over on the FX thread. Unsubscribed,
    /// neither is handed over any more.
    public <T> Subscription run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onProblem) {
        var wanted = new AtomicBoolean(true);
        background.execute(() -> {
            try {
                var result = work.call();
                deliver(wanted, () -> onDone.accept(result));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                // Whatever failed, the person who asked must learn of it where they asked.
                deliver(wanted, () -> onProblem.accept(e));
            }
        });
        return () -> wanted.set(false);
    }

    /// Wraps a view's refresh: `prepare` runs in the background, `show` gets its result on the FX thread. Any thread
    /// may ask at any rate: one round is under way at a time, and asks during it start one more after it.
    public <T> Runnable prepared(Supplier<T> prepare, Consumer<T> show) {
        return new Rounds<>(prepare, show);
    }

    /// Runs something once on the FX thread as soon as no refresh is under way: all that was asked for is shown then.
    public void whenQuiet(Runnable then) {
        quiet.add(then);
        underWay.incrementAndGet();
        roundEnded();
    }

    private void roundEnded() {
        if (underWay.decrementAndGet() == 0) {
            for (var then = quiet.poll(); then != null; then = quiet.poll()) {
                fxThread.execute(then);
            }
        }
    }

    private void deliver(AtomicBoolean wanted, Runnable delivery) {
        fxThread.execute(() -> {
            if (wanted.get()) {
                delivery.run();
            }
        });
    }

    private static final class Later implements Subscription {
        private Supplier<Subscription> begin;
        private Subscription end = Subscription.EMPTY;

        Later(Supplier<Subscription> begin) {
            this.begin = begin;
        }

        void begin() {
            end = begin.get();
        }

        @Override
        public void unsubscribe() {
            begin = () -> Subscription.EMPTY;
            end.unsubscribe();
        }
    }

    private final class Rounds<T> implements Runnable {
        private static final int ASKED_AGAIN = 2;

        private final AtomicInteger state = new AtomicInteger();
        private final Supplier<T> prepare;
        private final Consumer<T> show;

        Rounds(Supplier<T> prepare, Consumer<T> show) {
            this.prepare = prepare;
            this.show = show;
        }

        @Override
        public void run() {
            if (state.getAndUpdate(n -> Math.min(ASKED_AGAIN, n + 1)) == 0) {
                underWay.incrementAndGet();
                background.execute(this::round);
            }
        }

        private void round() {
            var prepared = false;
            try {
                var made = prepare.get();
                prepared = true;
                fxThread.execute(() -> {
                    try {
                        show.accept(made);
                    } finally {
                        ended();
                    }
                });
            } finally {
                if (!prepared) {
                    ended();
                }
            }
        }

        private void ended() {
            if (state.decrementAndGet() > 0) {
                background.execute(this::round);
            } else {
                roundEnded();
            }
        }
    }
}
