package jml.app.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import jml.core.fleet.Origin;
import jml.core.judge.JudgePlan;
import jml.core.judge.Ruling;
import jml.core.judge.Rulings;
import jml.core.model.ModelKey;
import jml.engine.Pacer;
import jml.engine.judge.JudgeRecord;
import jml.engine.judge.RecordedRulings;
import jml.store.H2FleetRecord;

/// The judge's word as far as a data folder's record goes; no word where there is no record. Makes none.
public final class RecordedVerdicts implements Rulings, AutoCloseable {
    private static final String FILE = "record.mv.db";

    private final Optional<H2FleetRecord> record;
    private final Optional<Rulings> rulings;

    private RecordedVerdicts(Optional<H2FleetRecord> record) {
        this.record = record;
        this.rulings = record.map(it -> new RecordedRulings(JudgeRecord.of(() -> it), JudgePlan.DEFAULT));
    }

    public static RecordedVerdicts in(Path data, Origin origin) {
        return new RecordedVerdicts(
                Files.exists(data.resolve(FILE))
                        ? Optional.of(H2FleetRecord.open(data, origin, Pacer.real()))
                        : Optional.empty());
    }

    @Override
    public Optional<Ruling> at(ModelKey model, String release, Instant until) {
        return rulings.flatMap(it -> it.at(model, release, until));
    }

    @Override
    public void close() {
        record.ifPresent(H2FleetRecord::close);
    }
}
