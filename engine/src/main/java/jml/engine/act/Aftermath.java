package jml.engine.act;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jml.core.act.Course.Ending;
import jml.core.act.Course.Stage;
import jml.core.act.Effect;
import jml.core.act.Receipt;
import jml.core.source.SourceException;
import jml.core.text.Words;
import org.jspecify.annotations.Nullable;

/// What follows once something may have been sent: reading until it is known what became of it, until it has taken
/// effect, and until the indicators are back. Only reads, and writes to the journal.
final class Aftermath {
    private final Desk desk;
    private final Board board;

    Aftermath(Desk desk, Board board) {
        this.desk = desk;
        this.board = board;
    }

    /// Goes on from what the journal says. Sends nothing.
    void resume() throws InterruptedException {
        var story = board.story();
        if (!story.anySent()) {
            end(Ending.NOT_SENT, "The console stopped before anything was sent.");
        } else if (story.open().isPresent()) {
            reconcile(story.open().get().act().id());
        } else if (story.allAccepted()) {
            watch();
        } else {
            stop(refusalOf(story));
        }
    }

    private static String refusalOf(Story story) {
        for (var leg : story.legs()) {
            if (leg.receipt() instanceof Receipt.Refused refused) {
                return CourseWords.refused(refused);
            }
        }
        return "The console stopped between two acts.";
    }

    /// Ends what goes no further: half done when something was accepted, otherwise nothing has changed.
    void stop(String sentence) {
        var story = board.story();
        boolean refused = story.legs().stream().anyMatch(leg -> leg.receipt() instanceof Receipt.Refused);
        if (story.anyAccepted()) {
            end(Ending.HALF_DONE, "Half done. " + sentence);
        } else {
            end(refused ? Ending.REFUSED : Ending.NOT_SENT, sentence);
        }
    }

    void end(Ending ending, String sentence) {
        end(ending, sentence, null);
    }

    private void end(Ending ending, String sentence, @Nullable Instant reachedAt) {
        var now = desk.pacer().instant();
        var end = new Story.End(ending, sentence, now, reachedAt, false);
        board.story(desk.ledger().outcome(board.story(), end));
        if (board.story().anySent()) {
            desk.told().accept(ActEvents.ended(board.story(), sentence, now));
        }
        board.show(Stage.ENDED, ending, sentence);
    }

    /// Reads until it is known whether an act arrived, however long that takes.
    void reconcile(UUID act) throws InterruptedException {
        var leg = leg(act);
        var message = leg.receipt() instanceof Receipt.Unknown unknown
                ? unknown.message()
                : "the console stopped while it was sent";
        board.show(Stage.WATCHING, Ending.UNKNOWN, CourseWords.unknown(message));
        var pause = Patience.RECONCILE;
        while (true) {
            desk.pacer().sleep(pause);
            if (desk.closed().get()) {
                return;
            }
            var effect = read(leg);
            if (effect == null) {
                pause = longer(pause);
                continue;
            }
            pause = Patience.RECONCILE;
            boolean absent = effect.state() == Effect.State.ABSENT;
            if (!absent || proven(leg)) {
                board.story(desk.ledger().found(board.story(), leg, !absent));
                known(absent);
                return;
            }
        }
    }

    private void known(boolean absent) throws InterruptedException {
        if (absent) {
            stop("It has not arrived: the target stands as it did. Nothing changed.");
        } else if (board.story().allAccepted()) {
            watch();
        } else {
            stop("The first part arrived after all; the rest was not sent.");
        }
    }

    private boolean proven(Leg leg) {
        var since = Duration.between(
                Objects.requireNonNull(leg.sentAt()), desk.pacer().instant());
        return since.compareTo(desk.patience().arrival()) >= 0;
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(Patience.SLOWEST) < 0 ? twice : Patience.SLOWEST;
    }

    /// Reads until all of it has happened, then until the indicators are back.
    void watch() throws InterruptedException {
        var begun = desk.pacer().instant();
        var pause = Patience.LOOK;
        board.show(Stage.WATCHING, (Ending) null, "Accepted; its effect is being watched.");
        while (true) {
            boolean answered = lookOnce();
            if (answered && ended(begun)) {
                return;
            }
            pause = answered ? Patience.LOOK : longer(pause);
            desk.pacer().sleep(pause);
            if (desk.closed().get()) {
                return;
            }
        }
    }

    private boolean lookOnce() throws InterruptedException {
        boolean answered = true;
        for (var leg : board.story().legs()) {
            var known = board.effectOf(leg.act().id());
            boolean settled =
                    known != null && (known.state() == Effect.State.REACHED || known.state() == Effect.State.UNDONE);
            if (!settled) {
                answered &= read(leg) != null;
            }
        }
        board.show(
                Stage.WATCHING,
                (Ending) null,
                answered ? open() : "Accepted; the source does not answer, and is asked again.");
        return answered;
    }

    private boolean ended(Instant begun) throws InterruptedException {
        var effects = effects();
        var undone =
                effects.stream().filter(it -> it.state() == Effect.State.UNDONE).findFirst();
        if (undone.isPresent()) {
            end(Ending.NO_EFFECT, "Accepted, and undone. " + CourseWords.sentence(CourseWords.lastFact(undone.get())));
            return true;
        }
        var now = desk.pacer().instant();
        if (effects.stream().allMatch(it -> it.state() == Effect.State.REACHED)) {
            recover(now);
            return true;
        }
        if (Duration.between(begun, now).compareTo(desk.patience().effect()) >= 0) {
            end(Ending.NO_EFFECT, "Accepted " + Words.age(desk.patience().effect()) + " ago, and not done. " + open());
            return true;
        }
        return false;
    }

    private List<Effect> effects() {
        return board.story().legs().stream()
                .map(leg -> board.effectOf(leg.act().id()))
                .filter(Objects::nonNull)
                .toList();
    }

    private String open() {
        return effects().stream()
                .filter(it -> it.state() != Effect.State.REACHED)
                .findFirst()
                .map(it -> "Waits for this: "
                        + CourseWords.sentence(CourseWords.lastFact(it)).strip())
                .orElse(CourseWords.reached(board.story().proposal()) + ".");
    }

    private void recover(Instant reached) throws InterruptedException {
        var proposal = board.story().proposal();
        var done = CourseWords.reached(proposal);
        var recovery = new Recovery(proposal.model(), board.story().watch().slis());
        if (recovery.nothingToRecover()) {
            end(Ending.BACK, done + ".", reached);
            return;
        }
        while (true) {
            recovery.see(desk.inspection().fleet());
            var now = desk.pacer().instant();
            if (recovery.steady().compareTo(desk.patience().steady()) >= 0) {
                end(Ending.BACK, done + "; " + recovery.names() + " is back.", reached);
                return;
            }
            if (Duration.between(reached, now).compareTo(desk.patience().recovery()) >= 0) {
                var after = Words.age(Duration.between(reached, now));
                end(
                        Ending.NOT_BACK,
                        done + "; " + after + " later " + recovery.figures() + ". The cause is probably elsewhere.",
                        reached);
                return;
            }
            board.show(Stage.WATCHING, (Ending) null, done + "; " + recovery.names() + " is not back yet.");
            desk.pacer().sleep(Patience.LOOK);
            if (desk.closed().get()) {
                return;
            }
        }
    }

    /// Null when the source does not answer.
    private @Nullable Effect read(Leg leg) throws InterruptedException {
        var actuator = desk.actuators().of(leg.act());
        if (actuator.isEmpty()) {
            return null;
        }
        try {
            var before = Objects.requireNonNull(leg.seen());
            var effect = actuator.get().effect(leg.act(), before);
            board.effect(leg.act().id(), effect);
            return effect;
        } catch (SourceException away) {
            return null;
        }
    }

    private Leg leg(UUID act) {
        return board.story().legs().stream()
                .filter(leg -> leg.act().id().equals(act))
                .findFirst()
                .orElseThrow();
    }
}
