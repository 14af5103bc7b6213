package jml.app.act;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.Supplier;
import jml.app.approval.ProfilePolicies;
import jml.app.approval.ProfileTrust;
import jml.connectors.signing.LocalKeys;
import jml.core.act.Proposal;
import jml.core.approval.Approvals;
import jml.core.fleet.FleetRecord;
import jml.core.fleet.FleetSnapshot;
import jml.core.judge.Rulings;
import jml.engine.Pacer;
import jml.engine.act.Actuators;
import jml.engine.act.AuditedActs;
import jml.engine.act.Caution;
import jml.engine.act.JournalledActionPath;
import jml.engine.act.Patience;
import jml.engine.act.RollbackTarget;
import jml.engine.act.SchemaQuestion;
import jml.engine.act.VerdictQuestion;
import jml.engine.approval.ApprovalQuestion;
import jml.engine.approval.ChecklistQuestion;
import jml.engine.approval.HighRisk;
import jml.engine.approval.PassByPolicy;
import jml.engine.approval.PolicyQuestion;
import jml.engine.approval.Registries;
import jml.engine.approval.SignedApprovals;
import jml.engine.audit.AuditTrail;
import jml.engine.record.Recorder;
import jml.store.audit.AuditFiles;
import jml.store.audit.FileAuditJournal;
import jml.store.audit.StrictJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one profile acts with: the audit journal and the action path that writes it. Opening blocks for the disk;
/// closing signs the journal's head.
public final class ActDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ActDesk.class);

    private final FileAuditJournal journal;
    private final JournalledActionPath path;
    private final SignedApprovals approvals;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("audit trail").factory());
    private final AuditTrail trail;

    private ActDesk(FileAuditJournal journal, JournalledActionPath path, SignedApprovals approvals, String actor) {
        this.journal = journal;
        this.path = path;
        this.approvals = approvals;
        this.trail = new AuditTrail(journal, actor, writer);
    }

    /// What the desk sees.
    ///
    /// @param fleet the newest live snapshot
    public record Seen(FleetRecord record, Recorder recorder, Supplier<FleetSnapshot> fleet, Rulings rulings) {}

    /// What it writes to and reads from.
    public record Systems(Actuators actuators, Registries registries) {}

    /// @param actor whose console this is
    /// @throws IOException when the journal cannot be read: without it nothing may be sent
    public static ActDesk open(ProfileTrust trust, Seen seen, Systems systems, Pacer pacer, String actor)
            throws IOException {
        var data = trust.data();
        var simulated = trust.profile().isSimulated();
        var files = simulated ? AuditFiles.simulatedIn(data) : AuditFiles.in(data);
        var journal = FileAuditJournal.open(files, new LocalKeys(data, Map.copyOf(System.getenv())), pacer);
        var approvals = approvals(trust, seen, systems, journal, pacer);
        var questions = List.of(
                new VerdictQuestion(seen.rulings(), pacer),
                new RollbackTarget(seen.record()),
                new PolicyQuestion(approvals),
                new ChecklistQuestion(approvals),
                new ApprovalQuestion(approvals),
                new SchemaQuestion(systems.registries()::connected));
        var condition = trust.profile().governance().highRisk();
        Predicate<Proposal> highRisk =
                condition.isEmpty() ? _ -> false : new HighRisk(condition, seen.fleet(), systems.registries(), pacer);
        try {
            var path = new JournalledActionPath(
                    new AuditedActs(journal),
                    systems.actuators(),
                    seen.fleet(),
                    new Caution(questions, highRisk, Patience.standard(), new PassByPolicy(approvals, seen.fleet())),
                    pacer,
                    seen.recorder()::tell);
            path.start();
            return new ActDesk(journal, path, approvals, actor);
        } catch (IOException | RuntimeException unreadable) {
            journal.close();
            throw unreadable;
        }
    }

    private static SignedApprovals approvals(
            ProfileTrust trust, Seen seen, Systems systems, FileAuditJournal journal, Pacer pacer) {
        var governance = trust.profile().governance();
        var rules = new SignedApprovals.Rules(
                governance.approvals(), ProfilePolicies.of(trust.profile()).orElse(null), trust);
        var means = new SignedApprovals.Means(
                systems.registries(), systems.actuators(), trust.keys(), journal, new StrictJson());
        return new SignedApprovals(seen.fleet(), seen.rulings(), rules, means, pacer);
    }

    public Approvals approvals() {
        return approvals;
    }

    /// Acts go this way from now on.
    public void serve(LateActionPath acting) {
        acting.open(path, trail);
    }

    public AuditTrail trail() {
        return trail;
    }

    /// What a person should know about the journal; empty while all is well.
    public Optional<String> notice() {
        return journal.notice();
    }

    @Override
    public void close() {
        path.close();
        writer.close();
        journal.close();
        LOG.debug("the journal is closed");
    }
}
