package jml.engine.judge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetRecord;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Roster;
import jml.core.judge.JudgeInterval;
import jml.core.model.ModelKey;
import org.jspecify.annotations.Nullable;

/// What rulings are made from. Blocks; safe from any thread.
public interface JudgeRecord {
    /// Every minute of a release, oldest first.
    List<JudgeInterval> intervals(ModelKey model, String release);

    /// Events from `from` up to but not at `to`, oldest first.
    List<FleetEvent> events(Instant from, Instant to);

    /// What was known of a model at an instant; empty when nothing was.
    Optional<ModelFacts> facts(ModelKey model, Instant at);

    /// Who was there at an instant.
    record Seen(Instant at, Optional<Roster> roster) {}

    /// The console's record, the one in use whenever it is asked.
    static JudgeRecord of(Supplier<? extends FleetRecord> record) {
        return new JudgeRecord() {
            // All releases of a refresh are asked about at the same instants: the last one read serves them all.
            private volatile @Nullable Seen seen;

            @Override
            public List<JudgeInterval> intervals(ModelKey model, String release) {
                return record.get().intervals(model, release);
            }

            @Override
            public List<FleetEvent> events(Instant from, Instant to) {
                return record.get().events(from, to);
            }

            @Override
            public Optional<ModelFacts> facts(ModelKey model, Instant at) {
                var read = seen;
                if (read == null || !read.at().equals(at)) {
                    seen = read = new Seen(at, record.get().at(at).map(FleetSnapshot::roster));
                }
                return read.roster().flatMap(roster -> roster.row(model).stream()
                        .mapToObj(roster.models()::get)
                        .findFirst());
            }
        };
    }
}
