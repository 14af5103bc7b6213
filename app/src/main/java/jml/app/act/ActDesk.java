package jml.app.act;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jml.connectors.signing.LocalKeys;
import jml.core.act.ActionPath;
import jml.core.fleet.FleetRecord;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Origin;
import jml.core.judge.Rulings;
import jml.engine.Pacer;
import jml.engine.act.Actuators;
import jml.engine.act.AuditedActs;
import jml.engine.act.Caution;
import jml.engine.act.JournalledActionPath;
import jml.engine.act.Patience;
import jml.engine.act.RollbackTarget;
import jml.engine.act.VerdictQuestion;
import jml.engine.record.Recorder;
import jml.store.audit.AuditFiles;
import jml.store.audit.FileAuditJournal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one profile acts with: the audit journal and the action path that writes it. Opening blocks for the disk;
/// closing signs the journal's head.
public final class ActDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ActDesk.class);

    private final FileAuditJournal journal;
    private final JournalledActionPath path;

    private ActDesk(FileAuditJournal journal, JournalledActionPath path) {
        this.journal = journal;
        this.path = path;
    }

    /// @param fleet the newest live snapshot
    /// @throws IOException when the journal cannot be read: without it nothing may be sent
    public static ActDesk open(
            Path data,
            FleetRecord record,
            Recorder recorder,
            Supplier<FleetSnapshot> fleet,
            Rulings rulings,
            Actuators actuators,
            Pacer pacer)
            throws IOException {
        var simulated = fleet.get().origin() == Origin.SIMULATED;
        var files = simulated ? AuditFiles.simulatedIn(data) : AuditFiles.in(data);
        var journal = FileAuditJournal.open(files, new LocalKeys(data, Map.copyOf(System.getenv())), pacer);
        var questions = List.of(new VerdictQuestion(rulings, pacer), new RollbackTarget(record));
        try {
            var path = new JournalledActionPath(
                    new AuditedActs(journal),
                    actuators,
                    fleet,
                    new Caution(questions, _ -> false, Patience.standard()),
                    pacer,
                    recorder::tell);
            path.start();
            return new ActDesk(journal, path);
        } catch (IOException | RuntimeException unreadable) {
            journal.close();
            throw unreadable;
        }
    }

    public ActionPath path() {
        return path;
    }

    /// What a person should know about the journal; empty while all is well.
    public Optional<String> notice() {
        return journal.notice();
    }

    @Override
    public void close() {
        path.close();
        journal.close();
        LOG.debug("the journal is closed");
    }
}
