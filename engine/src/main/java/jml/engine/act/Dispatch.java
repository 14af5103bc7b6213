package jml.engine.act;

import java.io.IOException;
import java.util.List;
import jml.core.act.Act;
import jml.core.act.Check;
import jml.core.act.Course.Ending;
import jml.core.act.Course.Stage;
import jml.core.act.Preflight;
import jml.core.act.Preparation;
import jml.core.act.Proposal;
import jml.core.act.Receipt;
import jml.core.act.Sighting;
import jml.core.source.SourceException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The second look at what is left of a proposal, and the sending of each of its acts once.
final class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Desk desk;
    private final Board board;
    private final Aftermath aftermath;

    /// @param left acts that are known not to be in their systems
    record Looked(List<Leg> left, Preflight now) {}

    Dispatch(Desk desk, Board board, Aftermath aftermath) {
        this.desk = desk;
        this.board = board;
        this.aftermath = aftermath;
    }

    Looked look() throws InterruptedException {
        var story = board.story();
        var whole = story.proposal();
        var left = story.legs().stream().filter(Leg::left).toList();
        var rest = new Proposal(
                story.id(),
                whole.purpose(),
                whole.model(),
                whole.title(),
                whole.from(),
                whole.to(),
                left.stream().map(Leg::act).toList());
        return new Looked(left, desk.inspection().look(rest));
    }

    void send(Looked looked) throws InterruptedException {
        var refusal = refusal(looked.left(), looked.now());
        if (refusal != null) {
            aftermath.end(board.story().anyAccepted() ? Ending.HALF_DONE : Ending.REFUSED, refusal);
        } else if (agreed(looked.now().proposal())) {
            send(looked.left(), looked.now());
        }
    }

    /// False when what must be on record is not, and the course has ended with that.
    private boolean agreed(Proposal proposal) throws InterruptedException {
        try {
            desk.consent().record(proposal);
            return true;
        } catch (SourceException e) {
            aftermath.end(
                    board.story().anyAccepted() ? Ending.HALF_DONE : Ending.REFUSED,
                    Check.Subject.APPROVAL.word() + ": " + CourseWords.sentence(String.valueOf(e.getMessage()))
                            + "Nothing was sent.");
            return false;
        }
    }

    private static @Nullable String refusal(List<Leg> left, Preflight now) {
        boolean cure = now.proposal().purpose().cure();
        for (int i = 0; i < left.size(); i++) {
            var reason = obstacle(left.get(i), now.preparations().get(i), cure);
            if (reason != null && (i == 0 || !cure)) {
                return reason + " Nothing was sent.";
            }
        }
        return now.obstacle()
                .map(check ->
                        check.subject().word() + ": " + CourseWords.sentence(check.finding()) + "Nothing was sent.")
                .orElse(null);
    }

    /// Why an act cannot be sent now; null when it can.
    private static @Nullable String obstacle(Leg leg, Preparation now, boolean cure) {
        for (var check : now.checks()) {
            if (check.outcome() == Check.Outcome.STOPS || (check.outcome() == Check.Outcome.UNANSWERED && !cure)) {
                return check.subject().word() + ": "
                        + CourseWords.sentence(check.finding()).strip();
            }
        }
        var changes = leg.looked().changes(now.seen());
        return changes.isEmpty() ? null : "It moved on: " + String.join(", ", changes) + ".";
    }

    private void send(List<Leg> left, Preflight now) throws InterruptedException {
        boolean cure = now.proposal().purpose().cure();
        for (int i = 0; i < left.size(); i++) {
            var preparation = now.preparations().get(i);
            var obstacle = obstacle(left.get(i), preparation, cure);
            if (obstacle != null) {
                aftermath.stop(left.get(i).act().title() + " was left undone. " + obstacle);
                return;
            }
            if (!sent(left.get(i), preparation)) {
                return;
            }
        }
        aftermath.watch();
    }

    /// False when the course ends or waits with this act.
    private boolean sent(Leg leg, Preparation preparation) throws InterruptedException {
        var actuator = desk.actuators().of(leg.act());
        if (actuator.isEmpty()) {
            aftermath.stop(leg.act().source() + " is not connected any more.");
            return false;
        }
        var id = leg.act().id();
        try {
            board.story(desk.ledger()
                    .sending(
                            board.story(), leg, preparation.seen(), desk.pacer().instant()));
        } catch (IOException e) {
            LOG.error("the journal cannot be written", e);
            aftermath.stop("The journal cannot be written, so it was not sent.");
            return false;
        }
        board.show(Stage.SENDING, (Ending) null, leg.act().title() + " is being sent, once.");
        var receipt = receipt(actuator.get()::send, leg, preparation);
        board.story(desk.ledger().receipt(board.story(), leg, receipt));
        var at = desk.pacer().instant();
        return switch (receipt) {
            case Receipt.Accepted _ -> {
                desk.told().accept(ActEvents.sent(board.story(), leg, at));
                board.show(Stage.SENDING, (Ending) null, leg.act().title() + ": accepted.");
                yield true;
            }
            case Receipt.Refused refused -> {
                aftermath.stop(CourseWords.refused(refused));
                yield false;
            }
            case Receipt.Unknown _ -> {
                desk.told().accept(ActEvents.sent(board.story(), leg, at));
                aftermath.reconcile(id);
                yield false;
            }
        };
    }

    private interface Send {
        Receipt once(Act act, Sighting seen) throws InterruptedException;
    }

    private static Receipt receipt(Send send, Leg leg, Preparation preparation) {
        try {
            return send.once(leg.act(), preparation.seen());
        } catch (InterruptedException cut) {
            return new Receipt.Unknown("the console was stopped while it waited for the answer");
        } catch (RuntimeException bug) {
            // Whether the request had left by then nobody knows.
            LOG.error("sending {} failed", leg.act(), bug);
            return new Receipt.Unknown("the console failed while sending: " + bug);
        }
    }
}
