package jml.engine.act;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import jml.core.act.Act;
import jml.core.act.Check;
import jml.core.act.DryRun;
import jml.core.act.Preflight;
import jml.core.act.Preparation;
import jml.core.act.Proposal;
import jml.core.act.Sighting;
import jml.core.fleet.FleetSnapshot;
import jml.core.model.Environment;
import jml.core.source.SourceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks all systems and all questions at once what stands in the way of a proposal. One that does not answer in time is
/// a check without an answer; it never holds up the others.
final class Inspection {
    private static final Logger LOG = LoggerFactory.getLogger(Inspection.class);

    private final Actuators actuators;
    private final List<Question> questions;
    private final Supplier<FleetSnapshot> fleet;
    private final Predicate<Proposal> highRisk;
    private final InstantSource clock;
    private final Duration limit;

    /// @param fleet the newest live snapshot
    /// @param highRisk what takes a second person
    Inspection(
            Actuators actuators,
            List<Question> questions,
            Supplier<FleetSnapshot> fleet,
            Predicate<Proposal> highRisk,
            InstantSource clock,
            Duration limit) {
        this.actuators = actuators;
        this.questions = List.copyOf(questions);
        this.fleet = fleet;
        this.highRisk = highRisk;
        this.clock = clock;
        this.limit = limit;
    }

    FleetSnapshot fleet() {
        return fleet.get();
    }

    Preflight look(Proposal proposal) throws InterruptedException {
        var snapshot = fleet.get();
        var deadline = System.nanoTime() + limit.toNanos();
        var preparing = proposal.acts().stream()
                .map(act -> start("look at " + act.source(), () -> prepare(act)))
                .toList();
        var asking = questions.stream()
                .map(it -> start("ask " + it.subject(), () -> it.of(proposal, snapshot)))
                .toList();
        var preparations = new ArrayList<Preparation>();
        for (int i = 0; i < preparing.size(); i++) {
            preparations.add(prepared(proposal.acts().get(i), preparing.get(i), deadline));
        }
        var checks = new ArrayList<Check>();
        for (int i = 0; i < preparations.size(); i++) {
            var own = preparations.get(i).checks();
            checks.addAll(i > 0 && proposal.purpose().cure() ? softened(own) : own);
        }
        for (int i = 0; i < asking.size(); i++) {
            checks.addAll(answer(questions.get(i), asking.get(i), deadline));
        }
        return new Preflight(proposal, clock.instant(), preparations, merged(checks), confirm(proposal, snapshot));
    }

    private static <T> FutureTask<T> start(String name, Callable<T> question) {
        var task = new FutureTask<>(question);
        Thread.ofVirtual().name(name).start(task);
        return task;
    }

    private Preparation prepare(Act act) throws SourceException, InterruptedException {
        var actuator = actuators.of(act);
        return actuator.isPresent()
                ? actuator.get().prepare(act)
                : unseen(act, act.source() + " is not connected, or the console cannot change it.");
    }

    private Preparation prepared(Act act, FutureTask<Preparation> task, long deadline) throws InterruptedException {
        try {
            return task.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            task.cancel(true);
            return unseen(act, act.source() + " has not answered within " + limit.toSeconds() + " s.");
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof SourceException)) {
                LOG.error("looking at the target of {} failed", act, failed);
            }
            return unseen(act, act.source() + ": " + said(failed));
        }
    }

    private List<Check> answer(Question question, FutureTask<List<Check>> task, long deadline)
            throws InterruptedException {
        try {
            return task.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            // Not interrupted: the question may be inside the record.
            return List.of(Check.unanswered(question.subject(), "No answer within " + limit.toSeconds() + " s."));
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof SourceException)) {
                LOG.error("asking about {} failed", question.subject(), failed);
            }
            return List.of(Check.unanswered(question.subject(), said(failed)));
        }
    }

    private static String said(ExecutionException failed) {
        var cause = failed.getCause();
        return String.valueOf(cause == null ? failed.getMessage() : cause.getMessage());
    }

    // Without having seen the target there is no precondition to send.
    private Preparation unseen(Act act, String why) {
        var seen = new Sighting(clock.instant(), "", "", Collections.emptyMap());
        var check = Check.stops(Check.Subject.TARGET, why, List.of("Look again"));
        return new Preparation(
                act, seen, "", List.of(check), new DryRun(DryRun.Answer.NOT_OFFERED, List.of()), List.of());
    }

    // Nothing but the state of what carries the traffic may stand in the way of a cure.
    private static List<Check> softened(List<Check> checks) {
        return checks.stream()
                .map(it -> it.outcome() == Check.Outcome.STOPS || it.outcome() == Check.Outcome.UNANSWERED
                        ? Check.toKnow(it.subject(), "Will be left undone: " + it.finding(), it.steps())
                        : it)
                .toList();
    }

    private static List<Check> merged(List<Check> checks) {
        var bySubject = new EnumMap<Check.Subject, Check>(Check.Subject.class);
        checks.forEach(check -> bySubject.merge(check.subject(), check, Inspection::worse));
        return List.copyOf(bySubject.values());
    }

    private static Check worse(Check one, Check other) {
        if (one.outcome() != other.outcome()) {
            return weight(one) > weight(other) ? one : other;
        }
        if (one.finding().equals(other.finding())) {
            return one;
        }
        var steps = new ArrayList<>(one.steps());
        steps.addAll(other.steps());
        return new Check(one.subject(), one.outcome(), one.finding() + "; " + other.finding(), steps);
    }

    private static int weight(Check check) {
        return switch (check.outcome()) {
            case READY -> 0;
            case TO_KNOW -> 1;
            case UNANSWERED -> 2;
            case STOPS -> 3;
        };
    }

    private Preflight.Confirm confirm(Proposal proposal, FleetSnapshot snapshot) {
        if (highRisk.test(proposal)) {
            return Preflight.Confirm.SECOND_PERSON;
        }
        var harmless =
                switch (proposal.purpose()) {
                    case TAG, SILENCE, EXTEND_SILENCE, EXPIRE_SILENCE -> true;
                    default -> false;
                };
        // An environment nobody knows may be production.
        var production = snapshot.environments().stream()
                .filter(it -> it.name().equals(proposal.model().environment()))
                .allMatch(it -> it.stage() == Environment.Stage.PRODUCTION);
        return production && !harmless ? Preflight.Confirm.TYPED_NAME : Preflight.Confirm.GRACE;
    }
}
