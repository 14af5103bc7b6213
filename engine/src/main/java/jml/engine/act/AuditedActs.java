package jml.engine.act;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import jml.core.audit.AuditAction;
import jml.core.audit.AuditEntry;
import jml.core.audit.AuditJournal;
import jml.core.audit.AuditRecord;
import jml.core.audit.JournalException;

/// The path's entries as records of the audit journal. Consoles are told apart by process and its start.
public final class AuditedActs implements ActJournal {
    private final AuditJournal audit;

    public AuditedActs(AuditJournal audit) {
        this.audit = audit;
    }

    @Override
    public Line append(Entry entry) throws IOException {
        var details = new TreeMap<>(entry.details());
        // What belongs to all acts of a proposal is found under the proposal's id.
        details.putIfAbsent(AuditEntry.ACT, entry.detail("proposal"));
        try {
            var record = audit.append(new AuditEntry(action(entry), entry.actor(), entry.subject(), details));
            return new Line(record.seq(), record.at(), entry);
        } catch (JournalException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public List<Line> lines() throws IOException {
        var lines = new ArrayList<Line>();
        try {
            for (var record : audit.records()) {
                word(record)
                        .ifPresent(word -> lines.add(new Line(
                                record.seq(),
                                record.at(),
                                new Entry(word, record.actor(), record.subject(), record.details()))));
            }
        } catch (JournalException e) {
            throw new IOException(e.getMessage(), e);
        }
        return lines;
    }

    private static AuditAction action(Entry entry) {
        return switch (entry.word()) {
            case INTENT -> AuditAction.ACT_INTENT;
            case AGREED -> AuditAction.ACT_AGREED;
            case SENDING -> AuditAction.ACT_SENT;
            case RECEIPT ->
                switch (entry.detail("receipt")) {
                    case "accepted" -> AuditAction.ACT_CONFIRMED;
                    case "refused" -> AuditAction.ACT_REFUSED;
                    default -> AuditAction.ACT_UNKNOWN;
                };
            case FOUND -> AuditAction.ACT_RECONCILED;
            case FINISH -> AuditAction.ACT_FINISHED;
            case OUTCOME -> AuditAction.ACT_ENDED;
            case LEFT -> AuditAction.ACT_LEFT;
            case CLEARED -> AuditAction.HOLD_CLEARED;
        };
    }

    /// Empty for records of another kind.
    private static Optional<Word> word(AuditRecord record) {
        for (var action : AuditAction.values()) {
            if (record.is(action)) {
                return Optional.ofNullable(
                        switch (action) {
                            case ACT_INTENT -> Word.INTENT;
                            case ACT_AGREED -> Word.AGREED;
                            case ACT_SENT -> Word.SENDING;
                            case ACT_CONFIRMED, ACT_REFUSED, ACT_UNKNOWN -> Word.RECEIPT;
                            case ACT_RECONCILED -> Word.FOUND;
                            case ACT_FINISHED -> Word.FINISH;
                            case ACT_ENDED -> Word.OUTCOME;
                            case ACT_LEFT -> Word.LEFT;
                            case HOLD_CLEARED -> Word.CLEARED;
                            default -> null;
                        });
            }
        }
        return Optional.empty();
    }

    @Override
    public String console() {
        return named(ProcessHandle.current());
    }

    @Override
    public boolean alive(String console) {
        int at = console.indexOf('@');
        try {
            return at > 0
                    && ProcessHandle.of(Long.parseLong(console.substring(0, at)))
                            .filter(ProcessHandle::isAlive)
                            .filter(process -> named(process).equals(console))
                            .isPresent();
        } catch (NumberFormatException notOurs) {
            return false;
        }
    }

    // A process number is given again after a while; with its start it is not.
    private static String named(ProcessHandle process) {
        return process.pid() + "@" + process.info().startInstant().orElse(Instant.EPOCH);
    }
}
