package jml.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jml.core.fleet.Arm;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetRecord;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelKey;
import jml.core.fleet.Origin;
import jml.core.fleet.Recent;
import jml.core.fleet.Roster;
import jml.core.fleet.StoreException;
import jml.core.judge.JudgeInterval;
import jml.core.metric.LabelSet;
import jml.core.metric.Series;
import jml.core.metric.Sli;
import jml.store.code.Nanos;
import jml.store.event.Events;
import jml.store.fact.Facts;
import jml.store.fact.Rosters;
import jml.store.fact.Slots;
import jml.store.frame.Assembly;
import jml.store.frame.FrameLog;
import jml.store.frame.Numbering;

/// The record of one origin in an H2 file that several consoles may open at once: one records, the others read and take
/// over when it is gone.
public final class H2FleetRecord implements FleetRecord {
    private final Database database;
    private final InstantSource clock;
    private final Timeline timeline;
    private final Numbering numbering;
    private final Assembly assembly;
    private final FrameLog frames;
    private final Events events;

    private H2FleetRecord(Database database, Origin origin, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.timeline = Timeline.of(database, origin);
        var facts = new Facts(timeline.id());
        var rosters = new Rosters(facts);
        this.numbering = new Numbering(facts, new Slots(timeline.id()), rosters);
        this.assembly = new Assembly(origin, facts, rosters);
        this.frames = new FrameLog(timeline.id());
        this.events = new Events(timeline.id());
    }

    /// Opens the record of a data folder, making both when they are not there. A damaged file is put aside; see
    /// [#notice()].
    ///
    /// @param clock tells whether another process's lease has run out
    public static H2FleetRecord open(Path folder, Origin origin, InstantSource clock) {
        return new H2FleetRecord(Database.in(folder, clock), origin, clock);
    }

    /// A record that is gone when it is closed.
    public static H2FleetRecord inMemory(Origin origin) {
        return new H2FleetRecord(Database.inMemory(), origin, InstantSource.system());
    }

    /// What a person should know about how it was opened; empty when all was well.
    public Optional<String> notice() {
        return database.notice();
    }

    @Override
    public boolean recording() {
        return database.write("take the lease", db -> timeline.hold(db, clock.instant()));
    }

    @Override
    public void append(FleetSnapshot snapshot) {
        if (snapshot.origin() != timeline.origin()) {
            throw new StoreException("a " + snapshot.origin().word() + " snapshot does not belong into the "
                    + timeline.origin().word() + " record");
        }
        boolean committed = false;
        try {
            database.write("keep the snapshot of " + snapshot.at(), db -> {
                timeline.mustHold(db, clock.instant());
                timeline.advance(db, snapshot.at());
                frames.add(db, numbering.of(db, snapshot));
                return true;
            });
            committed = true;
        } finally {
            if (!committed) {
                numbering.forget();
            }
        }
    }

    @Override
    public void append(List<FleetEvent> happened) {
        if (!happened.isEmpty()) {
            database.write("keep " + happened.size() + " events", db -> {
                timeline.mustHold(db, clock.instant());
                events.add(db, happened);
                return true;
            });
        }
    }

    @Override
    public void appendIntervals(List<JudgeInterval> intervals) {
        if (!intervals.isEmpty()) {
            throw new StoreException("judge intervals have no place in the record yet");
        }
    }

    @Override
    public Optional<FleetSnapshot> at(Instant instant) {
        return database.read("show " + instant, db -> frames.newest(db, Nanos.of(instant))
                .map(frame -> assembly.snapshot(db, frame)));
    }

    @Override
    public Optional<FleetSnapshot> latest() {
        return at(Instant.MAX);
    }

    @Override
    public Recent recent(Instant until, Roster roster) {
        return Recent.none(until);
    }

    @Override
    public List<FleetEvent> events(Instant from, Instant to) {
        return database.read("list events from " + from, db -> events.between(db, Nanos.of(from), Nanos.of(to)));
    }

    @Override
    public List<JudgeInterval> intervals(ModelKey model, String release) {
        return List.of();
    }

    @Override
    public Series series(ModelKey model, Arm arm, Sli sli, Instant from, Instant to, Duration step) {
        return new Series(LabelSet.of(java.util.Map.of()), new long[0], new double[0], step);
    }

    @Override
    public Optional<Span> span() {
        return database.read("tell its span", frames::span)
                .map(it -> new Span(Nanos.instant(it.first()), Nanos.instant(it.last())));
    }

    @Override
    public void compact() {}

    @Override
    public void close() {
        database.write("release the lease", db -> {
            timeline.release(db);
            return true;
        });
        database.close();
    }
}
