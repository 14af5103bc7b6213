package jml.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetRecord;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Origin;
import jml.core.fleet.Recent;
import jml.core.fleet.Roster;
import jml.core.fleet.StoreException;
import jml.core.fleet.Strain;
import jml.core.judge.JudgeInterval;
import jml.core.metric.LabelSet;
import jml.core.metric.Series;
import jml.core.metric.SeriesArchive;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.store.archive.ArchivedSeries;
import jml.store.code.Nanos;
import jml.store.event.Events;
import jml.store.fact.Facts;
import jml.store.fact.Rosters;
import jml.store.fact.Slots;
import jml.store.frame.Assembly;
import jml.store.frame.FrameLog;
import jml.store.frame.Numbering;
import jml.store.frame.Numbers;
import jml.store.interval.Intervals;
import jml.store.keep.Pins;
import jml.store.keep.Sweep;
import jml.store.keep.Upkeep;
import jml.store.retention.Retention;
import jml.store.tile.Lines;
import jml.store.tile.Past;
import jml.store.tile.PinnedLines;
import jml.store.tile.Sealer;
import jml.store.tile.Strains;
import jml.store.tile.Thinner;
import jml.store.tile.Tiles;
import org.jdbi.v3.core.Handle;

/// The record of one origin in an H2 file that several consoles may open at once: one records, the others read and take
/// over when it is gone.
public final class H2FleetRecord implements FleetRecord {
    private final Database database;
    private final InstantSource clock;
    private final Timeline timeline;
    private final Slots slots;
    private final Numbering numbering;
    private final Assembly assembly;
    private final FrameLog frames;
    private final Tiles tiles;
    private final Past past;
    private final Strains strains;
    private final Lines lines;
    private final Sealer sealer;
    private final Events events;
    private final Intervals intervals;
    private final Pins pins;
    private final PinnedLines pinnedLines;
    private final ArchivedSeries archived;
    private final Upkeep upkeep;
    private final Sweep sweep;
    private final SoleWriter writer;

    private H2FleetRecord(Database database, Origin origin, InstantSource clock, Retention retention) {
        this.database = database;
        this.clock = clock;
        this.timeline = Timeline.of(database, origin);
        int id = timeline.id();
        var facts = new Facts(id);
        var rosters = new Rosters(facts);
        this.slots = new Slots(id);
        this.numbering = new Numbering(facts, slots, rosters);
        this.assembly = new Assembly(origin, facts, rosters, slots);
        this.frames = new FrameLog(id);
        this.tiles = new Tiles(id, facts);
        this.past = new Past(tiles, facts, rosters);
        this.strains = new Strains(frames, tiles);
        this.lines = new Lines(frames, tiles, facts, rosters, retention);
        this.sealer = new Sealer(frames, tiles, strains, facts, rosters);
        this.events = new Events(id);
        this.intervals = new Intervals(id, slots, facts);
        this.pins = new Pins(id);
        this.archived = new ArchivedSeries(id, slots);
        this.pinnedLines = new PinnedLines(id, tiles, facts);
        var thinner = new Thinner(tiles, strains, facts, pinnedLines);
        this.upkeep = new Upkeep(tiles, thinner, pinnedLines, intervals, archived, pins, retention);
        this.sweep = new Sweep(facts, frames, tiles, intervals);
        this.writer = new SoleWriter(database, timeline, numbering, clock);
    }

    /// Opens the record of a data folder, making both when they are not there. A damaged file is put aside; see
    /// [#notice()].
    ///
    /// @param clock tells whether another process's lease has run out
    public static H2FleetRecord open(Path folder, Origin origin, Retention retention, InstantSource clock) {
        return Database.in(folder, clock, database -> {
            var record = new H2FleetRecord(database, origin, clock, retention);
            database.read(
                    "read its newest instant",
                    db -> record.frames.newestHead(db).isPresent()
                            || record.tiles.newestHead(db).isPresent());
            return record;
        });
    }

    /// The same with the usual [Retention].
    public static H2FleetRecord open(Path folder, Origin origin, InstantSource clock) {
        return open(folder, origin, Retention.DEFAULT, clock);
    }

    /// A record that is gone when it is closed.
    public static H2FleetRecord inMemory(Origin origin) {
        return new H2FleetRecord(Database.inMemory(), origin, InstantSource.system(), Retention.DEFAULT);
    }

    /// What a person should know about how it was opened; empty when all was well.
    public Optional<String> notice() {
        return database.notice();
    }

    @Override
    public boolean recording() {
        return writer.holdsLease();
    }

    @Override
    public void append(FleetSnapshot snapshot) {
        if (snapshot.origin() != timeline.origin()) {
            throw new StoreException("a " + snapshot.origin().word() + " snapshot does not belong into the "
                    + timeline.origin().word() + " record");
        }
        writer.write("keep the snapshot of " + snapshot.at(), db -> {
            timeline.advance(db, snapshot.at());
            var numbers = numbering.of(db, snapshot);
            frames.add(db, numbers, Strains.frame(Strain.encoded(snapshot), numbers.slots()));
        });
    }

    @Override
    public void append(List<FleetEvent> happened) {
        if (!happened.isEmpty()) {
            writer.write("keep " + happened.size() + " events", db -> events.add(db, happened));
        }
    }

    @Override
    public void appendIntervals(List<JudgeInterval> minutes) {
        if (!minutes.isEmpty()) {
            writer.write(
                    "keep " + minutes.size() + " minutes of the judge",
                    db -> intervals.add(db, minutes, clock.instant()));
        }
    }

    @Override
    public Optional<FleetSnapshot> at(Instant instant) {
        return database.read(
                "show " + instant, db -> numbers(db, Nanos.of(instant)).map(numbers -> assembly.snapshot(db, numbers)));
    }

    private Optional<Numbers> numbers(Handle db, long at) {
        Optional<Numbers> frame = frames.newest(db, at).map(it -> it);
        return frame.isPresent() ? frame : past.newest(db, at);
    }

    @Override
    public Optional<FleetSnapshot> latest() {
        return at(Instant.MAX);
    }

    @Override
    public Recent recent(Instant until, Roster roster) {
        return database.read("tell what led up to " + until, db -> {
            var points = strains.before(db, Nanos.of(until), Recent.LENGTH);
            int[] known = slots.find(db, roster);
            var rows = new byte[points.size()][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = points.get(i).inRowOrder(known);
            }
            return rows.length == 0
                    ? Recent.none(until)
                    : new Recent(Nanos.instant(points.getLast().at()), rows);
        });
    }

    @Override
    public List<FleetEvent> events(Instant from, Instant to) {
        return database.read("list events from " + from, db -> events.between(db, Nanos.of(from), Nanos.of(to)));
    }

    @Override
    public List<JudgeInterval> intervals(ModelKey model, String release) {
        return database.read("list the judge's minutes of " + release, db -> intervals.of(db, model, release));
    }

    @Override
    public Series series(ModelKey model, Arm arm, Sli sli, Instant from, Instant to, Duration step) {
        return database.read("draw " + sli.id() + " of " + model.name(), db -> {
            // A model that was never seen has no slot, and no tile holds slot -1.
            int slot = slots.find(db, model).orElse(-1);
            return slot < 0
                    ? new Series(LabelSet.of(Map.of()), new long[0], new double[0], step)
                    : lines.line(db, new Lines.Question(slot, arm, sli, Nanos.of(from), Nanos.of(to)), step);
        });
    }

    @Override
    public SeriesArchive archive() {
        return new H2SeriesArchive(database, writer, archived, clock);
    }

    @Override
    public Optional<Span> span() {
        return database.read("tell its span", timeline::span);
    }

    @Override
    public void compact() {
        if (!recording()) {
            return;
        }
        writer.repeat("seal", sealer::seal);
        var newest = span();
        if (newest.isPresent()
                && writer.repeat(
                                "thin",
                                db -> upkeep.step(db, Nanos.of(newest.get().last())))
                        > 0) {
            writer.sweep(sweep);
        }
        database.reclaim();
    }

    @Override
    public void pin(String id, Instant from, Instant to) {
        pin(id, _ -> Pins.FLEET, from, to);
    }

    @Override
    public void pin(String id, ModelKey model, Instant from, Instant to) {
        pin(
                id,
                db -> slots.find(db, model)
                        .orElseThrow(() -> new StoreException(model.name() + " was never recorded: nothing to pin")),
                from,
                to);
    }

    private void pin(String id, ToIntFunction<Handle> slot, Instant from, Instant to) {
        var window = new Pins.Window(Nanos.of(from), Nanos.of(to));
        writer.write("pin " + id, db -> pins.put(db, id, slot.applyAsInt(db), window));
    }

    @Override
    public void unpin(String id) {
        writer.write("unpin " + id, db -> {
            pins.remove(db, id);
            pinnedLines.letGo(db);
        });
    }

    /// What the archive's answers hold together, in bytes: what [Retention#mostArchiveBytes()] limits.
    public long archiveBytes() {
        return database.read("tell its archive's size", archived::bytes);
    }

    /// What the record's stretches hold together, in bytes: what [Retention#mostBytes()] limits.
    public long stretchBytes() {
        return database.read("tell its size", tiles::bytes);
    }

    @Override
    public void close() {
        try {
            database.write("release the lease", db -> {
                timeline.release(db);
                return true;
            });
        } catch (StoreException _) {
            // Nothing is lost by it: a lease runs out, and one of a process that ended counts for nothing.
        }
        database.close();
    }
}
