package jml.engine.act;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jml.core.act.ActionPath;
import jml.core.act.Confirmation;
import jml.core.act.Course;
import jml.core.act.Hold;
import jml.core.act.Preflight;
import jml.core.act.Proposal;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetFeed;
import jml.core.fleet.FleetSnapshot;
import jml.core.model.ModelKey;
import jml.engine.Listeners;
import jml.engine.Pacer;

/// The action path of every actuator. Each course has one virtual thread; what it has done stands in the journal before
/// it does the next thing, and a start goes on from there without sending anything.
public final class JournalledActionPath implements ActionPath, AutoCloseable {
    private final Desk desk;
    private final Listeners listeners = new Listeners();
    private final Map<UUID, CourseRun> runs = new LinkedHashMap<>();

    /// Reads the journal.
    ///
    /// @param fleet the newest live snapshot, whatever a screen's cursor shows
    /// @param told takes an event at once: a recorder's queue
    public JournalledActionPath(
            ActJournal journal,
            Actuators actuators,
            Supplier<FleetSnapshot> fleet,
            Caution caution,
            Pacer pacer,
            Consumer<FleetEvent> told)
            throws IOException {
        var ledger = new Ledger(journal);
        var questions = new ArrayList<Question>();
        questions.add(new EnvironmentQuestion());
        questions.add(new HoldQuestion(ledger));
        questions.add(new BlastRadius());
        questions.add(new Rehearsal(ledger));
        questions.addAll(caution.questions());
        var inspection = new Inspection(
                actuators,
                questions,
                fleet,
                caution.highRisk(),
                pacer,
                caution.patience().answer());
        desk = new Desk(
                ledger, inspection, actuators, pacer, caution.patience(), caution.consent(), new AtomicBoolean(), told);
    }

    /// Takes up what an earlier run left. Sends nothing; returns at once.
    public void start() {
        for (var story : desk.ledger().stories()) {
            if (story.end() == null && !desk.ledger().elsewhere(story)) {
                run(story).resume();
            } else if (story.halfDone()) {
                run(story).rest();
            }
        }
    }

    @Override
    public Preflight preflight(Proposal proposal) throws InterruptedException {
        return desk.inspection().look(proposal);
    }

    @Override
    public void confirm(Preflight preflight, Confirmation confirmation) {
        var proposal = preflight.proposal();
        preflight.obstacle().ifPresent(check -> {
            throw new IllegalStateException(check.subject().word() + ": " + check.finding());
        });
        if (preflight.confirm() != Preflight.Confirm.GRACE) {
            named(proposal, confirmation);
        }
        var legs = new ArrayList<Leg>();
        for (int i = 0; i < proposal.acts().size(); i++) {
            legs.add(Leg.of(
                    proposal.acts().get(i), preflight.preparations().get(i).seen()));
        }
        var fleet = desk.inspection().fleet();
        var watch = new Story.Watch(
                moves(proposal) ? Recovery.missed(fleet, proposal.model()) : List.of(), owner(fleet, proposal.model()));
        var unwritten = new Story.Origin(-1, desk.pacer().instant(), "");
        var story = new Story(proposal, confirmation, unwritten, watch, legs, null);
        boolean known = desk.ledger().stories().stream().anyMatch(it -> it.id().equals(story.id()));
        CourseRun run;
        synchronized (runs) {
            if (known || runs.containsKey(story.id())) {
                throw new IllegalStateException(proposal.title() + " was confirmed before");
            }
            run = run(story);
        }
        run.begin(preflight.confirm());
    }

    private static void named(Proposal proposal, Confirmation confirmation) {
        if (!confirmation.typedName().strip().equals(proposal.model().name())) {
            throw new IllegalStateException(
                    "the name typed is not " + proposal.model().name());
        }
    }

    // What is only written down somewhere brings no indicator back.
    private static boolean moves(Proposal proposal) {
        return switch (proposal.purpose()) {
            case ROLL_BACK, PROMOTE, PROMOTE_FULLY, RETRY, SET_WEIGHT, RESTART, SCALE -> true;
            case PAUSE, RESUME, MOVE_ALIAS, TAG, SILENCE, EXTEND_SILENCE, EXPIRE_SILENCE -> false;
        };
    }

    private static String owner(FleetSnapshot fleet, ModelKey model) {
        var row = fleet.roster().row(model);
        return row.isPresent() ? fleet.model(row.getAsInt()).owner() : "";
    }

    @Override
    public void agree(UUID proposal, Confirmation confirmation) {
        var run = find(proposal);
        named(run.story().proposal(), confirmation);
        run.agree(confirmation);
    }

    @Override
    public boolean cancel(UUID proposal) {
        return find(proposal).cancel();
    }

    @Override
    public void finish(UUID proposal, Confirmation confirmation) {
        find(proposal).finish(confirmation);
    }

    @Override
    public void leave(UUID proposal, Confirmation confirmation) {
        var run = find(proposal);
        if (!run.story().halfDone()) {
            throw new IllegalStateException(run.story().proposal().title() + " is not half done");
        }
        try {
            desk.ledger().left(run.story(), confirmation);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
        synchronized (runs) {
            runs.remove(proposal);
        }
        listeners.tell();
    }

    @Override
    public List<Course> courses() {
        synchronized (runs) {
            return runs.values().stream().map(CourseRun::course).toList().reversed();
        }
    }

    @Override
    public List<Hold> holds() {
        return desk.ledger().holds();
    }

    @Override
    public void clear(Hold hold, Confirmation confirmation) {
        try {
            desk.ledger().clear(hold, confirmation);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
        desk.told().accept(ActEvents.cleared(hold, confirmation, desk.pacer().instant()));
        listeners.tell();
    }

    @Override
    public FleetFeed.Pin onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /// Cancels what was not sent and stops watching; the next start goes on. Nobody is interrupted: an interrupt closes
    /// the journal's file.
    @Override
    public void close() {
        List<CourseRun> all;
        synchronized (runs) {
            all = List.copyOf(runs.values());
        }
        all.forEach(CourseRun::cancel);
        desk.closed().set(true);
    }

    private CourseRun run(Story story) {
        var run = new CourseRun(desk, new Board(story, listeners::tell, desk.pacer()));
        synchronized (runs) {
            runs.put(story.id(), run);
        }
        return run;
    }

    private CourseRun find(UUID proposal) {
        synchronized (runs) {
            var run = runs.get(proposal);
            if (run == null) {
                throw new IllegalStateException("no proposal " + proposal + " is under way");
            }
            return run;
        }
    }
}
