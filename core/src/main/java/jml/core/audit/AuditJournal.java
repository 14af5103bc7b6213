package jml.core.audit;

import java.util.List;
import java.util.Optional;

/// The record of what was done in this console's name. It only grows. Calls block for the disk, and while another
/// console on the same folder writes: never on the FX thread. Safe from any thread; an interrupt does not cut a call.
public interface AuditJournal {
    /// Adds to the end. When this returns, the record is on disk and outlives a cut of power; when it throws, it may be
    /// there or not, and what it announces must not be done.
    AuditRecord append(AuditEntry entry) throws JournalException;

    /// All records, oldest first, those of other consoles on the same folder included.
    default List<AuditRecord> records() throws JournalException {
        return records(0);
    }

    /// @param from the first seq wanted
    List<AuditRecord> records(long from) throws JournalException;

    AuditHead head() throws JournalException;

    /// What a person should know: a damaged journal put aside, no key to sign with. Empty while all is well.
    Optional<String> notice();
}
