package jml.engine.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import jml.core.act.Confirmation;
import jml.core.act.Course;
import jml.core.act.Proposal;
import jml.core.act.RegistryAct;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetSnapshot;
import jml.core.model.Environment;
import jml.engine.Pacer;

/// A path with a cluster and a registry that do as they are told.
final class PathHarness {
    static final Confirmation LENA = new Confirmation("lena", "The judge says ROLLBACK", "fraud-scorer");
    static final Confirmation JON = new Confirmation("jon", "Looks right", "fraud-scorer");

    final RecordingActuator cluster = new RecordingActuator();
    final RecordingActuator registry = new RecordingActuator();
    final List<FleetEvent> events = Collections.synchronizedList(new ArrayList<>());
    final Pacer pacer;
    FakeActJournal journal;
    Supplier<FleetSnapshot> fleet;
    Predicate<Proposal> highRisk = _ -> false;
    List<Question> questions = List.of();
    Patience patience = Patience.standard();
    Consent consent = Consent.NONE;

    PathHarness(Pacer pacer) {
        this.pacer = pacer;
        this.journal = new FakeActJournal(pacer);
        this.fleet = () -> ActScene.fleet(pacer.instant(), 0.99);
    }

    static PathHarness jumping() {
        return new PathHarness(new JumpingPacer(ActScene.NOON));
    }

    PathHarness in(Environment.Stage stage) {
        fleet = () -> ActScene.fleet(pacer.instant(), 0.99, stage, false);
        return this;
    }

    JournalledActionPath path() throws IOException {
        return new JournalledActionPath(
                journal,
                act -> Optional.of(act instanceof RegistryAct ? registry : cluster),
                () -> fleet.get(),
                new Caution(questions, proposal -> highRisk.test(proposal), patience, consent),
                pacer,
                events::add);
    }

    /// Confirms and waits for the end.
    Course ended(JournalledActionPath path, Proposal proposal) throws InterruptedException {
        path.confirm(path.preflight(proposal), LENA);
        return ended(path);
    }

    static Course ended(JournalledActionPath path) throws InterruptedException {
        return until(path, course -> course.stage() == Course.Stage.ENDED);
    }

    static Course until(JournalledActionPath path, Predicate<Course> wanted) throws InterruptedException {
        var changes = new Semaphore(1);
        try (var _ = path.onChange(changes::release)) {
            for (int i = 0; i < 100_000; i++) {
                var course = path.courses().getFirst();
                if (wanted.test(course)) {
                    return course;
                }
                assertThat(changes.tryAcquire(60, TimeUnit.SECONDS))
                        .as("no change after %s", course)
                        .isTrue();
            }
        }
        throw new AssertionError("never: " + path.courses());
    }

    /// One that gives systems almost no time to answer.
    PathHarness impatient() {
        var standard = Patience.standard();
        patience = new Patience(
                standard.grace(),
                standard.agreement(),
                Duration.ofMillis(100),
                standard.arrival(),
                standard.effect(),
                standard.recovery(),
                standard.steady());
        return this;
    }
}
