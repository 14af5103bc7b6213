package jml.gameday.act;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import jml.core.act.WorkloadAct;
import jml.core.act.WorkloadAct.Verb;
import jml.gameday.plan.Change;
import jml.gameday.plan.Marks;
import jml.gameday.plan.Marks.Motion;
import jml.gameday.plan.Ramp;
import jml.gameday.plan.Setup;

/// What a controller makes of an act, second by second: it is asked, it sees it and moves traffic and pods, it stands
/// still; and where a release goes on, the steps of its plan that follow by themselves.
final class WorkloadPlan {
    private static final Duration SEES = Duration.ofSeconds(3);
    private static final Duration MOVES = Duration.ofSeconds(25);
    private static final Duration REPLACES = Duration.ofSeconds(60);
    private static final String PERSON = "console";
    private static final String CONTROLLER = "rollout controller";

    private final WorkloadState state;
    private final String model;
    private final Instant at;
    private final List<Change> changes = new ArrayList<>();
    private Setup setup;

    private WorkloadPlan(WorkloadState state, String model, Instant at) {
        this.state = state;
        this.model = model;
        this.at = at;
        // Aliases stay where they are: the registry is another system.
        this.setup = state.setup().marked(it -> it.withAliases(state.setup().aliases()));
    }

    static List<Change> of(WorkloadState state, WorkloadAct act, Instant at) {
        var plan = new WorkloadPlan(state, act.model().name(), at);
        plan.tell(act.verb());
        plan.goOn();
        return plan.changes;
    }

    private void tell(Verb verb) {
        switch (verb) {
            case Verb.Promote _ -> weight(Ramp.next(setup.weight()));
            case Verb.PromoteFully _ -> weight(1);
            case Verb.SetWeight set -> {
                asked(it -> it);
                moving(MOVES, it -> it.withWeight(set.weight()), it -> it);
            }
            case Verb.Pause _ -> {
                asked(it -> it.withPause("paused by a person"));
                still(SEES, it -> it);
            }
            case Verb.Resume _ -> {
                asked(it -> it.withPause(""));
                still(SEES, it -> it);
            }
            case Verb.Abort _ -> {
                asked(it -> it.marked(marks -> marks.withAborted(it.candidate())));
                moving(MOVES, Setup::rolledBack, it -> it);
            }
            case Verb.Retry _ -> again(setup.marks().aborted());
            case Verb.Undo undo -> undo(state.version(undo.hash()));
            case Verb.Restart restart -> {
                asked(it -> it.marked(marks -> marks.withRestart(restart.at().truncatedTo(ChronoUnit.SECONDS))));
                moving(REPLACES, it -> it, it -> it);
            }
            case Verb.Scale scale -> {
                asked(it -> it.withReplicas(scale.replicas()));
                still(SEES, it -> it);
            }
        }
    }

    private void weight(double weight) {
        asked(it -> it);
        moving(MOVES, it -> it.withWeight(weight), it -> weight >= 1 ? it.promoted() : it);
    }

    private void undo(String version) {
        if (version.equals(setup.version())) {
            asked(it -> it.releasing() ? it : it.marked(marks -> marks.withAborted("")));
            moving(MOVES, it -> it.rolledBack().marked(marks -> marks.withAborted("")), it -> it);
        } else if (state.isRollout()) {
            again(version);
        } else {
            asked(it -> it.withCandidate(version, 0));
            moving(REPLACES, it -> it.withWeight(0.5), Setup::promoted);
        }
    }

    /// From the first step of the plan.
    private void again(String version) {
        asked(it -> it.withCandidate(version, 0).withPause("").marked(marks -> marks.withAborted("")));
        moving(MOVES, it -> it.withWeight(Ramp.next(0)), it -> it);
    }

    private void asked(UnaryOperator<Setup> change) {
        put(at, change, marks -> marks.with(Motion.ASKED), PERSON);
    }

    private void moving(Duration lasts, UnaryOperator<Setup> meanwhile, UnaryOperator<Setup> then) {
        put(at.plus(SEES), meanwhile, marks -> marks.with(Motion.MOVING), CONTROLLER);
        still(lasts, then);
    }

    private void still(Duration after, UnaryOperator<Setup> then) {
        put(at.plus(after), then, marks -> marks.with(Motion.STILL), CONTROLLER);
    }

    /// Each hold ends by itself, and whoever planned the release moves the aliases with it.
    private void goOn() {
        var time = changes.getLast().at();
        while (setup.releasing() && setup.pausedBy().isEmpty()) {
            time = time.plus(Ramp.HOLD);
            double next = Ramp.next(setup.weight());
            put(
                    time,
                    it -> next >= 1 ? it.promoted() : it.withWeight(next),
                    marks -> marks.withAliases(null),
                    CONTROLLER);
        }
    }

    private void put(Instant when, UnaryOperator<Setup> change, UnaryOperator<Marks> mark, String actor) {
        setup = change.apply(setup).marked(mark);
        changes.add(new Change(when, model, setup, actor));
    }
}
