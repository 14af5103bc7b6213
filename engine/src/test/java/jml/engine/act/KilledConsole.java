package jml.engine.act;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import jml.core.act.Act;
import jml.core.act.Actuator;
import jml.core.act.Check;
import jml.core.act.DryRun;
import jml.core.act.Effect;
import jml.core.act.Preparation;
import jml.core.act.Receipt;
import jml.core.act.Sighting;
import jml.engine.Pacer;

/// The process that [KillRounds] kills: takes up what an earlier one left, acts once if none did, and says
/// how it ended. At one step it says so and stands still until it is killed.
public final class KilledConsole {
    private final Path folder;
    private final int standAt;
    private final boolean cutAnswers;
    private final Journals journals;
    private final AtomicInteger steps = new AtomicInteger();

    /// The journal that the path writes.
    @FunctionalInterface
    public interface Journals {
        /// @param step to be told before and after each line is written
        ActJournal open(Path folder, InstantSource clock, Runnable step) throws Exception;
    }

    private KilledConsole(Path folder, int standAt, boolean cutAnswers, Journals journals) {
        this.folder = folder;
        this.standAt = standAt;
        this.cutAnswers = cutAnswers;
        this.journals = journals;
    }

    public static void main(String[] args) throws Exception {
        run(args, (folder, clock, step) -> new FileActJournal(folder.resolve("journal"), clock, step));
    }

    /// Ends the process.
    ///
    /// @param args folder, the step to stand still at (0 for none), whether answers are lost, which run this is
    public static void run(String[] args, Journals journals) throws Exception {
        new KilledConsole(Path.of(args[0]), Integer.parseInt(args[1]), Boolean.parseBoolean(args[2]), journals)
                .run(ActScene.NOON.plus(Duration.ofHours(Integer.parseInt(args[3]))));
        System.exit(0);
    }

    private void run(Instant now) throws Exception {
        var pacer = new SteppingPacer(new JumpingPacer(now));
        var journal = journals.open(folder, pacer, this::step);
        var cluster = new FileActuator();
        var path = new JournalledActionPath(
                journal,
                _ -> Optional.of(cluster),
                () -> ActScene.fleet(pacer.instant(), 0.99),
                new Caution(List.of(), _ -> false, Patience.standard(), Consent.NONE),
                pacer,
                _ -> {});
        boolean begun = journal.lines().stream().anyMatch(it -> it.entry().word() == ActJournal.Word.INTENT);
        path.start();
        if (!begun) {
            path.confirm(path.preflight(ActScene.rollBack(ActScene.abort(), ActScene.aliasOff())), PathHarness.LENA);
        }
        if (!path.courses().isEmpty()) {
            PathHarness.ended(path);
        }
        var story = new Ledger(journal).stories().getFirst();
        System.out.println(
                "ended " + (story.end() == null ? "nowhere" : story.end().ending()));
    }

    private void step() {
        if (steps.incrementAndGet() == standAt) {
            System.out.println("standing");
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException killed) {
                throw new IllegalStateException(killed);
            }
        }
    }

    private final class SteppingPacer implements Pacer {
        private final Pacer pacer;

        SteppingPacer(Pacer pacer) {
            this.pacer = pacer;
        }

        @Override
        public Instant instant() {
            return pacer.instant();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            step();
            pacer.sleep(duration);
        }
    }

    /// Counts what it is sent in a file, as a system would that outlives the console.
    private final class FileActuator implements Actuator {
        private final Path sent = folder.resolve("sent");

        @Override
        public Preparation prepare(Act act) {
            step();
            var seen = new Sighting(Instant.EPOCH, "target", "1", Map.of("step", "2"));
            return new Preparation(
                    act,
                    seen,
                    "",
                    List.of(Check.ready(Check.Subject.PERMISSION, "yes")),
                    new DryRun(DryRun.Answer.NOT_OFFERED, List.of()),
                    List.of());
        }

        @Override
        public Receipt send(Act act, Sighting seen) {
            step();
            try {
                Files.writeString(sent, act.id() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            step();
            return cutAnswers ? new Receipt.Unknown("cut") : new Receipt.Accepted(200, Duration.ZERO, "");
        }

        @Override
        public Effect effect(Act act, Sighting before) {
            step();
            try {
                boolean arrived = Files.exists(sent)
                        && Files.readAllLines(sent).contains(act.id().toString());
                return new Effect(arrived ? Effect.State.REACHED : Effect.State.ABSENT, List.of());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
