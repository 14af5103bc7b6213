package jml.engine.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import jml.core.source.SourceException;
import jml.core.source.SourceHealth;
import jml.engine.Pacer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Asks one source again and again on a thread of its own and keeps the last good answer. Runs never overlap; a slow
/// or dead source delays nobody else, and rests at least as long as its last answer took. Safe from any thread.
public final class SourceLoop<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SourceLoop.class);

    private final SourceIdentity identity;
    private final Question<T> question;
    private final Function<T, List<String>> warnings;
    private final Pacer pacer;
    private final Runnable changed;
    private final Backoff backoff;
    private final Attempts attempts;
    private final Object waiting = new Object();

    private volatile @Nullable Answer<T> latest;
    private volatile Duration pace;
    private volatile boolean paused;
    private volatile boolean closed;
    private @Nullable Thread thread;
    private boolean asleep;
    private boolean woken;

    /// @param warnings what an answer says about itself
    /// @param changed runs after every attempt and must return at once
    public SourceLoop(
            SourceIdentity identity,
            Question<T> question,
            Function<T, List<String>> warnings,
            Pacer pacer,
            RandomGenerator random,
            Runnable changed) {
        this.identity = identity;
        this.pace = identity.interval();
        this.question = question;
        this.warnings = warnings;
        this.pacer = pacer;
        this.changed = changed;
        this.backoff = new Backoff(identity.interval(), random);
        this.attempts = new Attempts();
    }

    /// Starts asking; call it once.
    public void start() {
        synchronized (waiting) {
            thread = Thread.ofVirtual().name("source-" + identity.name()).start(this::run);
        }
    }

    public SourceIdentity identity() {
        return identity;
    }

    /// Null until the source answered for the first time.
    public @Nullable Answer<T> latest() {
        return latest;
    }

    /// True once an attempt has ended, well or badly.
    public boolean attempted() {
        return attempts.any();
    }

    public SourceHealth health(Instant now) {
        var answer = latest;
        return attempts.health(identity, pace, answer == null ? List.of() : answer.warnings(), paused, now);
    }

    /// Asks at once instead of at the next turn. Does nothing while an attempt is under way.
    public void wake() {
        synchronized (waiting) {
            woken = true;
            if (asleep && thread != null) {
                thread.interrupt();
            }
        }
    }

    /// Stops asking until [#resume()]; the last answer stays.
    public void pause() {
        paused = true;
    }

    public void resume() {
        paused = false;
        wake();
    }

    @Override
    public void close() {
        closed = true;
        synchronized (waiting) {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    private void run() {
        while (!closed) {
            rest(paused ? identity.interval() : turn(pacer.instant()));
        }
    }

    /// Asks once; returns how long to rest: never less than the question took, so that a server that needs minutes for
    /// an answer has as long to itself.
    private Duration turn(Instant tick) {
        var next = attempt(tick);
        var took = elapsedSince(tick);
        return longer(next.minus(took), took);
    }

    /// One question outside the loop, for a console that looks once and ends. Blocks.
    public void askOnce(Instant tick) {
        attempt(tick);
    }

    /// One question with its time limit; returns how long to wait from its start to the next.
    private Duration attempt(Instant tick) {
        try {
            var value = askInTime(tick);
            var took = elapsedSince(tick);
            pace = longer(identity.interval(), took.multipliedBy(2));
            attempts.succeeded(tick, took);
            latest = new Answer<>(value, tick, warnings.apply(value));
            return identity.interval();
        } catch (SourceException problem) {
            return failed(problem, tick);
        } catch (InterruptedException stopped) {
            return Duration.ZERO;
        } finally {
            if (!closed) {
                changed.run();
            }
        }
    }

    private Duration failed(SourceException problem, Instant tick) {
        int times = attempts.failed(problem, tick);
        LOG.atLevel(times == 1 ? Level.WARN : Level.DEBUG)
                .log("{} failed, {} in a row: {}", identity.name(), times, problem.getMessage());
        var wait = backoff.after(times);
        // A server that says when to come back is obeyed, even beyond our own ceiling.
        return problem.retryAfter()
                .map(asked -> longer(asked.plus(elapsedSince(tick)), wait))
                .orElse(wait);
    }

    private T askInTime(Instant tick) throws SourceException, InterruptedException {
        var task = new FutureTask<>(() -> question.ask(tick));
        var asking = Thread.ofVirtual().name("ask-" + identity.name()).start(task);
        try {
            return task.get(identity.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new SourceException(
                    identity.name(),
                    SourceException.Kind.UNREACHABLE,
                    "no answer within " + identity.timeout().toMillis() + " ms",
                    late);
        } catch (ExecutionException failure) {
            throw asSourceException(failure.getCause());
        } finally {
            asking.interrupt();
        }
    }

    private SourceException asSourceException(@Nullable Throwable cause) throws InterruptedException {
        if (cause instanceof SourceException known) {
            return known;
        }
        if (cause instanceof InterruptedException) {
            throw new InterruptedException(identity.name() + ": cancelled");
        }
        // Old data must never look current: the screen says so even when the fault is ours.
        LOG.error("asking {} failed in the console itself", identity.name(), cause);
        return new SourceException(
                identity.name(), SourceException.Kind.CONSOLE_BUG, "the console failed to ask: " + cause, cause);
    }

    private void rest(Duration duration) {
        synchronized (waiting) {
            if (woken || closed) {
                woken = false;
                return;
            }
            asleep = true;
        }
        try {
            pacer.sleep(duration);
        } catch (InterruptedException early) {
            // wake() or close(): the loop looks at once which.
        } finally {
            synchronized (waiting) {
                asleep = false;
                woken = false;
                Thread.interrupted();
            }
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Duration elapsedSince(Instant tick) {
        var elapsed = Duration.between(tick, pacer.instant());
        return elapsed.isNegative() ? Duration.ZERO : elapsed;
    }
}
