package jml.core.audit;

import java.util.List;
import jml.core.audit.AuditFault.Kind;
import jml.core.signing.Sha256;
import org.jspecify.annotations.Nullable;

/// Follows the hash chain through the lines of a journal to the first one that is not in its place.
final class ChainCheck {
    private final List<AuditLine> lines;
    private final @Nullable Sha256 beforeLast;

    /// @param beforeLast what a signed checkpoint says the hash of the last line but one is
    ChainCheck(List<AuditLine> lines, @Nullable Sha256 beforeLast) {
        this.lines = lines;
        this.beforeLast = beforeLast;
    }

    /// @param remarks gets what is odd and no fault
    @Nullable
    AuditFault firstFault(List<String> remarks) {
        for (int i = 0; i < lines.size(); i++) {
            var fault = faultAt(i);
            if (fault != null) {
                return fault;
            }
            if (i > 0 && record(i).at().isBefore(record(i - 1).at())) {
                remarks.add("record " + i + " is dated before the one it follows: a clock was set back");
            }
        }
        return null;
    }

    private @Nullable AuditFault faultAt(int i) {
        var line = lines.get(i);
        if (!line.ended()) {
            return fault(Kind.TORN, i, "the last line, record " + i + ", is cut off");
        }
        var record = line.record();
        if (record == null) {
            return fault(Kind.ALTERED, i, place(i) + " is no record any more: " + line.problem());
        }
        if (record.seq() != i) {
            return misplaced(i, record.seq());
        }
        var expected = i == 0 ? Sha256.ZERO : lines.get(i - 1).hash();
        return record.prev().equals(expected) ? null : broken(i, record);
    }

    private AuditFault misplaced(int i, long found) {
        if (found < i && lines.get((int) found).hash().equals(lines.get(i).hash())) {
            return fault(Kind.REPEATED, i, place(i) + " repeats record " + found);
        }
        for (int later = i + 1; later < lines.size(); later++) {
            if (lines.get(later).hasSeq(i)) {
                return fault(
                        Kind.REORDERED,
                        i,
                        "record " + i + " stands on line " + (later + 1) + ", line " + (i + 1) + " holds record "
                                + found);
            }
        }
        boolean nextFits = i + 1 < lines.size() && lines.get(i + 1).hasSeq(i + 1L);
        boolean goesOn = i + 1 < lines.size() && lines.get(i + 1).hasSeq(found + 1);
        if (found < i || (nextFits && !goesOn)) {
            return fault(Kind.ALTERED, i, place(i) + " says it is record " + found);
        }
        return fault(Kind.MISSING, i, "record " + i + " is missing: line " + (i + 1) + " holds record " + found);
    }

    // Either the record before was changed, or the link to it.
    private AuditFault broken(int i, AuditRecord record) {
        if (i > 0 && !linkWasChanged(i, record)) {
            return fault(Kind.ALTERED, i - 1, place(i - 1) + " was changed: record " + i + " follows another");
        }
        return fault(Kind.ALTERED, i, place(i) + " was changed: it follows no record of this journal");
    }

    private boolean linkWasChanged(int i, AuditRecord record) {
        if (i + 1 < lines.size()) {
            var next = lines.get(i + 1).record();
            return next != null && !next.prev().equals(lines.get(i).hash());
        }
        return beforeLast != null && !beforeLast.equals(record.prev());
    }

    private AuditRecord record(int i) {
        var record = lines.get(i).record();
        if (record == null) {
            throw new IllegalStateException("checked before");
        }
        return record;
    }

    private String place(int i) {
        return "record " + i + " (line " + lines.get(i).number() + ")";
    }

    private AuditFault fault(Kind kind, int i, String message) {
        return new AuditFault(kind, i, lines.get(i).number(), message);
    }
}
