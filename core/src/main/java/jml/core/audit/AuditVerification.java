package jml.core.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jml.core.signing.MalformedException;
import jml.core.signing.NoteKey;
import jml.core.signing.Sha256;
import jml.core.signing.SignedNote;
import org.jspecify.annotations.Nullable;

/// Checks a journal: its chain, and where it is signed. Finds an altered byte, a record dropped, moved or repeated, and
/// an end cut off or rewritten after it was signed; names the first record that is bad.
///
/// It cannot find an end cut off after the newest checkpoint it is given, nor what the holder of the key rewrote:
/// against these, keep checkpoints elsewhere and give them here.
public final class AuditVerification {
    private record Signed(Checkpoint checkpoint, NoteKey key) {}

    private final List<AuditLine> lines;
    private final Collection<NoteKey> keys;
    private final boolean signatureDemanded;
    private final MerkleTree tree = new MerkleTree();
    private final List<String> remarks = new ArrayList<>();

    private AuditVerification(List<AuditLine> lines, Collection<NoteKey> keys, boolean signatureDemanded) {
        this.lines = lines;
        this.keys = keys;
        this.signatureDemanded = signatureDemanded;
        lines.forEach(line -> tree.addLeaf(line.leaf()));
    }

    /// @param lines all of the file, in its order
    /// @param notes the signed checkpoints, of any key and in any order
    /// @param keys that may have signed
    /// @param signatureDemanded whether it is a fault when none of the notes is signed by one of the keys
    public static AuditReport of(
            List<AuditLine> lines, List<SignedNote> notes, Collection<NoteKey> keys, boolean signatureDemanded) {
        return new AuditVerification(lines, keys, signatureDemanded).report(notes);
    }

    private AuditReport report(List<SignedNote> notes) {
        var signed = new ArrayList<Signed>();
        var forged = signatures(notes, signed);
        signed.sort(Comparator.comparingLong(one -> one.checkpoint().size()));
        var chain = new ChainCheck(lines, before(signed)).firstFault(remarks);
        Signed good = null;
        AuditFault mismatch = null;
        for (var one : signed) {
            // Beyond the first broken link no root can fit.
            if (chain != null
                    && one.checkpoint().size() > chain.seq()
                    && one.checkpoint().size() <= lines.size()) {
                break;
            }
            mismatch = mismatch(
                    one.checkpoint(), good == null ? 0 : good.checkpoint().size());
            if (mismatch != null) {
                break;
            }
            good = one;
        }
        var fault = first(chain, mismatch, forged);
        return new AuditReport(
                lines.size(),
                Optional.ofNullable(fault),
                Optional.ofNullable(good).map(Signed::checkpoint),
                good == null ? "" : good.key().vkey(),
                remarks);
    }

    private static @Nullable AuditFault first(
            @Nullable AuditFault chain, @Nullable AuditFault mismatch, @Nullable AuditFault forged) {
        if (chain == null) {
            return mismatch == null ? forged : mismatch;
        }
        boolean cut = chain.kind() == AuditFault.Kind.TORN;
        boolean earlier = mismatch != null && (mismatch.seq() < chain.seq() || (cut && mismatch.seq() == chain.seq()));
        return earlier ? mismatch : chain;
    }

    private @Nullable AuditFault signatures(List<SignedNote> notes, List<Signed> signed) {
        AuditFault fault = null;
        int unknown = 0;
        for (var note : notes) {
            try {
                var key = note.signedBy(keys);
                if (key.isPresent()) {
                    signed.add(new Signed(Checkpoint.parse(note.text()), key.get()));
                } else {
                    unknown++;
                }
            } catch (MalformedException e) {
                fault = fault != null ? fault : checkpointFault("a checkpoint is forged: " + e.getMessage());
            }
        }
        if (unknown > 0) {
            remarks.add(unknown + " of " + notes.size() + " checkpoints are signed by a key that was not given");
        }
        if (signed.isEmpty()) {
            remarks.add("no checkpoint by a known key: an end cut off, or all rewritten, would not be seen");
            if (signatureDemanded && fault == null) {
                fault = checkpointFault("no checkpoint is signed by the key given");
            }
        }
        return fault;
    }

    private static AuditFault checkpointFault(String message) {
        return new AuditFault(AuditFault.Kind.CHECKPOINT, 0, 1, message);
    }

    // What a checkpoint at the very end says the hash before the last one was.
    private @Nullable Sha256 before(List<Signed> signed) {
        return signed.stream()
                .filter(one -> one.checkpoint().size() == lines.size())
                .findFirst()
                .flatMap(one -> one.checkpoint().before())
                .orElse(null);
    }

    private @Nullable AuditFault mismatch(Checkpoint checkpoint, long good) {
        long size = checkpoint.size();
        if (size > lines.size()) {
            long gone = size - lines.size();
            return new AuditFault(
                    AuditFault.Kind.TRUNCATED,
                    lines.size(),
                    lines.size() + 1L,
                    "record " + lines.size() + " is gone, and all after it: a checkpoint signed"
                            + checkpoint.at().map(at -> " at " + at).orElse("") + " knows " + size + " records, "
                            + (gone == 1 ? "the last one is" : "the last " + gone + " are") + " missing");
        }
        if (!checkpoint.root().equals(tree.root(size))) {
            return rewritten(checkpoint, good);
        }
        var origin = lines.isEmpty() ? "" : Checkpoint.origin(lines.getFirst().hash());
        return size == 0 || checkpoint.origin().equals(origin)
                ? null
                : checkpointFault("the checkpoint is of " + checkpoint.origin() + ", this journal is " + origin);
    }

    private AuditFault rewritten(Checkpoint checkpoint, long good) {
        int last = Math.toIntExact(checkpoint.size() - 1);
        boolean onlyTheLast = last == good
                || checkpoint
                        .before()
                        .filter(last > 0 ? lines.get(last - 1).hash()::equals : Sha256.ZERO::equals)
                        .isPresent();
        if (onlyTheLast) {
            return new AuditFault(
                    AuditFault.Kind.ALTERED,
                    last,
                    last + 1L,
                    "record " + last + " (line " + (last + 1) + ") is not the one that was signed");
        }
        return new AuditFault(
                AuditFault.Kind.REWRITTEN,
                good,
                good + 1,
                "one of the records " + good + " to " + last + " is not the one that was signed, and those after it"
                        + " were chained anew");
    }
}
