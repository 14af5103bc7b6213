package jml.app.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import jml.app.input.InputException;
import jml.core.audit.AliasTerm;
import jml.core.audit.AuditEntry;
import jml.core.audit.AuditRecord;
import jml.core.audit.AuditReport;
import jml.core.audit.AuditVerification;
import jml.core.audit.ReleaseAudit;
import jml.core.audit.SeenChange;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetRecord;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Origin;
import jml.core.model.ModelKey;
import jml.core.signing.MalformedException;
import jml.store.H2FleetRecord;
import jml.store.audit.AuditFiles;
import jml.store.audit.JournalReading;

/// The audit of one model, from the journal's files and the record beside them. Takes no lock: it may miss a line that
/// is being written.
public final class RecordedAudit implements ReleaseAudit {
    private final AuditFiles files;
    private final Supplier<FleetRecord> record;
    private final InstantSource clock;

    /// @param record the one in use
    public RecordedAudit(AuditFiles files, Supplier<FleetRecord> record, InstantSource clock) {
        this.files = files;
        this.record = record;
        this.clock = clock;
    }

    /// The record of a data folder; of real systems. Makes none.
    ///
    /// @throws InputException when there is none
    public static H2FleetRecord recordIn(Path data) throws InputException {
        var file = data.resolve("record.mv.db");
        if (!Files.exists(file)) {
            throw new InputException(file.toString(), "no such record");
        }
        return H2FleetRecord.open(data, Origin.LIVE, Instant::now);
    }

    @Override
    public Found about(ModelKey model) throws IOException {
        var all = records();
        var ofModel = all.stream()
                .filter(it -> isAbout(it, model.name()) && isIn(it, model.environment()))
                .toList();
        var fleet = record.get();
        var events = events(fleet, Instant.EPOCH).stream()
                .filter(event -> model.equals(event.model()))
                .toList();
        return new Found(ofModel, report(), SeenChange.of(events, all), AliasTerm.of(seen(fleet, model, events)));
    }

    /// All changes since an instant, of all models.
    public List<SeenChange> changes(Instant since) throws IOException {
        return SeenChange.of(events(record.get(), since), records());
    }

    /// The models that the record knows by this name, one an environment.
    public List<ModelKey> named(String model) {
        return record.get().latest().stream()
                .flatMap(it -> it.roster().models().stream())
                .map(facts -> facts.key())
                .filter(key -> key.name().equals(model))
                .toList();
    }

    /// Whether a record is about a model of this name.
    public static boolean isAbout(AuditRecord record, String model) {
        return model.equals(record.details().get(AuditEntry.MODEL))
                || record.subject().equals(model)
                || record.subject().startsWith(model + "@");
    }

    // Records that name no environment are of all.
    private static boolean isIn(AuditRecord record, String environment) {
        return !record.subject().contains(" in ") || record.subject().endsWith(" in " + environment);
    }

    private List<FleetEvent> events(FleetRecord fleet, Instant since) {
        return fleet.events(since, clock.instant().plusMillis(1));
    }

    // The last snapshot before each change of the registry, and the newest: what stands in one stood since the change
    // before it. Where none was kept between two changes, the earlier one is dated with the later.
    private static List<AliasTerm.Seen> seen(FleetRecord fleet, ModelKey model, List<FleetEvent> events) {
        var seen = new ArrayList<AliasTerm.Seen>();
        var span = fleet.span();
        if (span.isEmpty()) {
            return seen;
        }
        var since = span.get().first();
        for (var event : events) {
            if (event.kind() == FleetEvent.Kind.REGISTRY && event.knownAt().isAfter(since)) {
                add(seen, since, fleet.at(event.knownAt().minusMillis(1)), model);
                since = event.knownAt();
            }
        }
        add(seen, since, fleet.latest(), model);
        return seen;
    }

    private static void add(List<AliasTerm.Seen> seen, Instant since, Optional<FleetSnapshot> then, ModelKey model) {
        then.filter(snapshot -> !snapshot.at().isBefore(since)).ifPresent(snapshot -> {
            var row = snapshot.roster().row(model);
            if (row.isPresent()) {
                seen.add(
                        new AliasTerm.Seen(since, snapshot.model(row.getAsInt()).aliases()));
            }
        });
    }

    private List<AuditRecord> records() throws IOException {
        return JournalReading.lines(files.journal()).stream()
                .map(line -> line.record())
                .filter(Objects::nonNull)
                .toList();
    }

    private AuditReport report() throws IOException {
        try {
            return AuditVerification.of(
                    JournalReading.lines(files.journal()),
                    JournalReading.notes(files.checkpoints()),
                    JournalReading.keys(files.publicKeys()),
                    false);
        } catch (MalformedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public Path export() throws IOException {
        var name = "audit-" + clock.instant().toString().replaceAll("[^0-9TZ]", "") + ".html";
        return Files.writeString(files.folder().resolve(name), AuditExport.html(records(), report()));
    }
}
