package jml.engine.judge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetRecord;
import jml.core.fleet.ModelFacts;
import jml.core.judge.JudgeInterval;
import jml.core.model.ModelKey;

/// What rulings are made from. Blocks; safe from any thread.
public interface JudgeRecord {
    /// Every minute of a release, oldest first.
    List<JudgeInterval> intervals(ModelKey model, String release);

    /// Events from `from` up to but not at `to`, oldest first.
    List<FleetEvent> events(Instant from, Instant to);

    /// What was known of a model at an instant; empty when nothing was.
    Optional<ModelFacts> facts(ModelKey model, Instant at);

    /// The console's record, the one in use whenever it is asked.
    static JudgeRecord of(Supplier<? extends FleetRecord> record) {
        return new JudgeRecord() {
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
                return record.get().at(at).flatMap(snapshot -> snapshot.roster().row(model).stream()
                        .mapToObj(snapshot::model)
                        .findFirst());
            }
        };
    }
}
