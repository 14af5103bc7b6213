package jml.engine.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jml.core.audit.AuditEntry;
import jml.core.audit.AuditHead;
import jml.core.audit.AuditJournal;
import jml.core.audit.AuditRecord;

/// Keeps records as the journal would.
public final class FakeAuditJournal implements AuditJournal {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final List<AuditRecord> records = new ArrayList<>();

    @Override
    public synchronized AuditRecord append(AuditEntry entry) {
        records.add(AuditRecord.next(head(), NOON, entry));
        return records.getLast();
    }

    @Override
    public synchronized List<AuditRecord> records(long from) {
        return List.copyOf(records.subList((int) from, records.size()));
    }

    @Override
    public synchronized AuditHead head() {
        return records.isEmpty()
                ? AuditHead.EMPTY
                : new AuditHead(records.size(), records.getLast().hash());
    }

    @Override
    public Optional<String> notice() {
        return Optional.empty();
    }
}
