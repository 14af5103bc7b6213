package jml.engine.act;

import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import jml.core.act.Confirmation;
import jml.core.act.Course;
import jml.core.act.Course.Ending;
import jml.core.act.Course.Stage;
import jml.core.act.Preflight;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One confirmed proposal on its way: intent, grace, then the [Dispatch], and what follows is the [Aftermath]. One
/// virtual thread works at a time; [#cancel] and [#agree] may come from any other.
final class CourseRun {
    private static final Logger LOG = LoggerFactory.getLogger(CourseRun.class);

    private final Desk desk;
    private final Board board;
    private final Aftermath aftermath;
    private final Dispatch dispatch;
    private final AtomicReference<Gate> gate = new AtomicReference<>(Gate.OPEN);
    /// Whoever ends a course in the journal comes after the one who begins it there.
    private final ReentrantLock intent = new ReentrantLock();

    private final AtomicReference<@Nullable Confirmation> second = new AtomicReference<>();

    /// Between what can still be cancelled and what cannot, there is one step that only one of two can make.
    private enum Gate {
        OPEN,
        CANCELLED,
        PASSED
    }

    CourseRun(Desk desk, Board board) {
        this.desk = desk;
        this.board = board;
        this.aftermath = new Aftermath(desk, board);
        this.dispatch = new Dispatch(desk, board, aftermath);
    }

    Course course() {
        return board.course();
    }

    Story story() {
        return board.story();
    }

    /// Begins what a person has confirmed; returns at once.
    void begin(Preflight.Confirm asked) {
        board.show(Stage.GRACE, desk.pacer().instant().plus(desk.patience().grace()), "Nothing is sent yet.");
        work(() -> {
            if (!written()) {
                return;
            }
            if (asked == Preflight.Confirm.SECOND_PERSON) {
                awaitSecondPerson();
            } else {
                grace();
            }
        });
    }

    /// Goes on with what a crash left; returns at once.
    void resume() {
        gate.set(Gate.PASSED);
        work(aftermath::resume);
    }

    /// Shows a half-done proposal of an earlier run.
    void rest() {
        gate.set(Gate.PASSED);
        var end = Objects.requireNonNull(story().end());
        board.show(Stage.ENDED, end.ending(), end.sentence());
    }

    /// False when it is too late.
    boolean cancel() {
        if (!gate.compareAndSet(Gate.OPEN, Gate.CANCELLED)) {
            return false;
        }
        // Told at once; without a word of sending in the journal a crash before the next line ends the same way.
        board.show(Stage.ENDED, Ending.NOT_SENT, "Cancelled; nothing was sent.");
        work(this::writeCancelled);
        return true;
    }

    void agree(Confirmation confirmation) {
        var first = story().confirmation();
        if (course().stage() != Stage.SECOND_PERSON
                || gate.get() != Gate.OPEN
                || first.actor().equals(confirmation.actor())
                || !second.compareAndSet(null, confirmation)) {
            throw new IllegalStateException(
                    story().proposal().title() + " waits for nobody like " + confirmation.actor());
        }
        work(() -> {
            try {
                board.story(desk.ledger().agreed(story(), confirmation));
                grace();
            } catch (IOException e) {
                nothingWritten(e);
            }
        });
    }

    /// Sends what is left; returns at once.
    void finish(Confirmation confirmation) {
        if (!story().halfDone() || course().stage() != Stage.ENDED) {
            throw new IllegalStateException(story().proposal().title() + " is not half done");
        }
        var left = story().legs().stream()
                .filter(Leg::left)
                .map(leg -> Leg.of(leg.act().withId(UUID.randomUUID()), leg.looked()))
                .toList();
        board.show(Stage.SENDING, (Ending) null, "Looking again.");
        work(() -> {
            try {
                board.story(desk.ledger().finish(story(), left, confirmation));
                lookAgain();
            } catch (IOException e) {
                aftermath.end(Ending.HALF_DONE, "The journal cannot be written; nothing more was sent.");
            }
        });
    }

    private void work(Work work) {
        Thread.ofVirtual().name("act-" + story().id()).start(() -> {
            try {
                work.run();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException bug) {
                // The journal knows how far it came; a course that says nothing would be worse than one that says this.
                LOG.error("{} stopped", story().proposal().title(), bug);
                board.show(
                        Stage.ENDED,
                        story().anySent() ? Ending.UNKNOWN : Ending.NOT_SENT,
                        "The console failed here; its next start reads what came of it.");
            }
        });
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private void writeCancelled() {
        intent.lock();
        try {
            if (story().origin().intent() >= 0) {
                aftermath.end(Ending.NOT_SENT, "Cancelled; nothing was sent.");
            }
        } finally {
            intent.unlock();
        }
    }

    /// False when there is no intent in the journal, and therefore nothing to go on with.
    private boolean written() {
        intent.lock();
        try {
            return gate.get() == Gate.OPEN && writeIntent();
        } finally {
            intent.unlock();
        }
    }

    private boolean writeIntent() {
        var story = story();
        try {
            board.story(desk.ledger()
                    .intent(
                            story.proposal(),
                            story.confirmation(),
                            story.watch(),
                            story.legs().stream().map(Leg::looked).toList()));
            return true;
        } catch (IOException e) {
            nothingWritten(e);
            return false;
        }
    }

    private void nothingWritten(IOException e) {
        LOG.error("the journal cannot be written", e);
        if (gate.compareAndSet(Gate.OPEN, Gate.CANCELLED)) {
            board.show(
                    Stage.ENDED,
                    Ending.NOT_SENT,
                    "The journal cannot be written, so nothing was sent: " + e.getMessage());
        }
    }

    private void awaitSecondPerson() throws InterruptedException {
        var until = desk.pacer().instant().plus(desk.patience().agreement());
        board.show(Stage.SECOND_PERSON, until, "Waits for a second person; nothing is sent yet.");
        desk.pacer().sleep(desk.patience().agreement());
        if (!desk.closed().get() && second.get() == null && gate.compareAndSet(Gate.OPEN, Gate.CANCELLED)) {
            aftermath.end(Ending.NOT_SENT, "It lapsed: no second person agreed. Nothing was sent.");
        }
    }

    private void grace() throws InterruptedException {
        if (gate.get() != Gate.OPEN) {
            return;
        }
        var until = desk.pacer().instant().plus(desk.patience().grace());
        board.show(Stage.GRACE, until, "Nothing is sent yet.");
        desk.pacer().sleep(desk.patience().grace());
        if (gate.get() == Gate.OPEN && !desk.closed().get()) {
            lookAgain();
        }
    }

    private void lookAgain() throws InterruptedException {
        var now = dispatch.look();
        if (gate.compareAndSet(Gate.OPEN, Gate.PASSED) || gate.get() == Gate.PASSED) {
            dispatch.send(now);
        }
    }
}
