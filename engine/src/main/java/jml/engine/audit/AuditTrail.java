package jml.engine.audit;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import jml.core.act.Check;
import jml.core.act.Preflight;
import jml.core.audit.AuditAction;
import jml.core.audit.AuditEntry;
import jml.core.audit.AuditJournal;
import jml.core.audit.JournalException;
import jml.core.judge.Judgement.Verdict;
import jml.core.judge.Ruling;
import jml.core.model.ModelKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes down what is no act: who was refused one, who was shown which verdict, whose change of settings took effect.
/// Returns at once; a record that the disk does not take is a warning in the log, for nothing depends on it. Safe from
/// any thread.
public final class AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    private final AuditJournal journal;
    private final String actor;
    private final Executor writer;
    private final Map<String, Verdict> shown = new TreeMap<>();
    private final Set<String> refused = new HashSet<>();

    /// @param actor whose console this is
    /// @param writer runs what waits for the disk, one after the other
    public AuditTrail(AuditJournal journal, String actor, Executor writer) {
        this.journal = journal;
        this.actor = actor;
        this.writer = writer;
    }

    /// A preflight that a person asked for. Only one with an obstacle is a refusal; the same answer to the same
    /// proposal is written once.
    public void asked(Preflight preflight) {
        var obstacle = preflight.obstacle();
        if (obstacle.isPresent() && first(preflight, obstacle.get())) {
            var proposal = preflight.proposal();
            var details = new TreeMap<>(Map.of(
                    "proposal",
                    proposal.id().toString(),
                    "environment",
                    proposal.model().environment(),
                    AuditEntry.MODEL,
                    proposal.model().name(),
                    "title",
                    proposal.title(),
                    "check",
                    obstacle.get().subject().word(),
                    "finding",
                    obstacle.get().finding()));
            write(new AuditEntry(AuditAction.REFUSAL, actor, subject(proposal.model(), proposal.from()), details));
        }
    }

    private synchronized boolean first(Preflight preflight, Check obstacle) {
        return refused.add(preflight.proposal().id() + " " + obstacle.subject() + " " + obstacle.finding());
    }

    /// A ruling that a person has before their eyes. Written when the release's verdict is another than the one shown
    /// last by this run of the console, not with every refresh.
    public void saw(Ruling ruling) {
        var verdict = ruling.judgement().verdict();
        boolean same;
        synchronized (this) {
            same = shown.put(ruling.model() + "@" + ruling.release(), verdict) == verdict;
        }
        if (!same) {
            var details = new TreeMap<>(Map.of(
                    "environment",
                    ruling.model().environment(),
                    AuditEntry.MODEL,
                    ruling.model().name(),
                    "version",
                    ruling.release(),
                    "verdict",
                    verdict.name(),
                    "sentence",
                    ruling.judgement().sentence(),
                    "until",
                    ruling.until().toString(),
                    "digest",
                    ruling.digest()));
            write(new AuditEntry(AuditAction.VERDICT_SHOWN, actor, subject(ruling.model(), ruling.release()), details));
        }
    }

    /// @param what names of what was changed and how, never a secret
    public void settingsChanged(String source, Map<String, String> what) {
        write(new AuditEntry(AuditAction.SETTINGS_CHANGED, actor, source, what));
    }

    private static String subject(ModelKey model, String version) {
        return model.name() + (version.isEmpty() ? "" : "@" + version) + " in " + model.environment();
    }

    private void write(AuditEntry entry) {
        writer.execute(() -> {
            try {
                journal.append(entry);
            } catch (JournalException e) {
                LOG.warn(
                        "the audit journal does not take a {}: {}",
                        entry.action().id(),
                        entry.subject(),
                        e);
            }
        });
    }
}
