package jml.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jml.core.fleet.FleetRecord;
import jml.core.fleet.Recent;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.engine.Pacer;
import jml.engine.act.Actuators;
import jml.engine.approval.Registries;
import jml.engine.collect.Publication;
import jml.engine.record.ReleasePins;
import jml.gameday.FleetRegistry;
import jml.gameday.SimulatedFleet;
import jml.gameday.SimulatedHistory;
import jml.gameday.SimulatedPast;
import jml.gameday.act.DoneActs;
import jml.gameday.act.SimulatedActuator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The embedded simulated fleet: a snapshot every few seconds, and history where the record has none.
final class SimulatedFeed implements Feed {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedFeed.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration PAST = Duration.ofDays(3);
    private static final Duration STEP = Duration.ofMinutes(1);

    private final FleetRecord record;
    private final Pacer pacer;
    private final SimulatedFleet fleet;
    private final SimulatedActuator actuator;
    private final SimulatedFindings findings;
    private @Nullable Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);

    /// @param opened the instant around which the stories are told
    /// @param done to this story by earlier starts
    /// @param data the console's folder
    SimulatedFeed(int models, Instant opened, DoneActs done, Path data, FleetRecord record, Pacer pacer) {
        this.record = record;
        this.pacer = pacer;
        this.fleet = SimulatedConsole.fleet(opened, models);
        this.findings = SimulatedFindings.of(fleet, data);
        this.actuator = new SimulatedActuator(fleet, pacer, done);
    }

    /// Changes what the fleet does from the next snapshot on. Another fleet before this one may have had other models.
    @Override
    public Actuators actuators() {
        return act -> act.source().equals(SimulatedFleet.SOURCE)
                        && fleet.story(act.model().name()).isPresent()
                ? Optional.of(actuator)
                : Optional.empty();
    }

    @Override
    public Registries registries() {
        return new SimulatedRegistries(new FleetRegistry(fleet, pacer));
    }

    @Override
    public void start(Publication publication) {
        thread = Thread.ofPlatform().name("simulation").daemon().start(() -> run(publication));
    }

    private void run(Publication publication) {
        try {
            var begun = pacer.instant();
            publication.begin(
                    findings.in(fleet.snapshot(begun)), new SimulatedPast(fleet).recent(begun, Recent.LENGTH));
            // The past has to be in the record before the present is: it grows at its end only.
            fill(begun);
            var counted = begun;
            while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                var now = pacer.instant();
                publication.publish(findings.in(fleet.snapshot(now)), List.of(), fleet.intervals(counted, now));
                counted = now;
            }
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            LOG.error("the simulated fleet stopped", bug);
        }
    }

    /// Puts into the record what a console that had been there would have kept: days of it when the record is new, and
    /// what happened since it ended when it is not.
    void fill(Instant until) {
        if (!record.recording()) {
            return;
        }
        var earliest = until.minus(PAST);
        var last = record.span().map(FleetRecord.Span::last).orElse(earliest.minusNanos(1));
        // From a little before its end, so that what happened since its last snapshot is told too.
        var from = last.isAfter(earliest) ? last.minus(STEP) : earliest;
        var pins = new ReleasePins(record);
        new SimulatedPast(fleet).replay(from, until, (snapshot, events, minutes) -> {
            // A closed feed lets the rest of the past go by; the record keeps what it has.
            if (closed.getCount() > 0 && snapshot.at().isAfter(last)) {
                record.append(events);
                record.appendIntervals(minutes);
                var found = findings.in(snapshot);
                record.append(found);
                pins.keep(found);
            }
        });
    }

    @Override
    public void refresh() {
        // A simulation is never out of date: its next snapshot is at most five seconds away.
    }

    @Override
    public Answer series(ModelKey model, Arm arm, Sli sli, Instant from, Instant to, Duration step) {
        // The next start may tell another story, and this one can be asked at any time.
        return new Answer(new SimulatedHistory(fleet).series(model, arm, sli, from, to, step), false);
    }

    /// Returns once nothing writes any more. The thread is not interrupted: an interrupt inside a write closes the
    /// database's file.
    @Override
    public void close() {
        closed.countDown();
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
        }
    }
}
