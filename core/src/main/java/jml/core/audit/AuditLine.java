package jml.core.audit;

import java.util.Arrays;
import jml.core.signing.JsonReader;
import jml.core.signing.MalformedException;
import jml.core.signing.Sha256;
import org.jspecify.annotations.Nullable;

/// One line of a journal file as it was found.
///
/// @param number of the line, from 1
/// @param record what it says; null when it is not the canonical form of a record
/// @param problem why there is no record; empty when there is one
/// @param ended whether a line feed follows
/// @param hash of its bytes
/// @param leaf of its bytes in the Merkle tree
public record AuditLine(
        long number, @Nullable AuditRecord record, String problem, boolean ended, Sha256 hash, Sha256 leaf) {

    /// @param bytes of the line without its line feed
    public static AuditLine read(long number, byte[] bytes, boolean ended, JsonReader json) {
        AuditRecord record = null;
        var problem = "";
        try {
            var read = AuditRecord.ofMap(json.object(bytes));
            if (Arrays.equals(read.bytes(), bytes)) {
                record = read;
            } else {
                problem = "not in canonical form";
            }
        } catch (MalformedException | IllegalArgumentException e) {
            problem = String.valueOf(e.getMessage());
        }
        return new AuditLine(number, record, problem, ended, Sha256.of(bytes), MerkleTree.leaf(bytes));
    }

    boolean hasSeq(long seq) {
        return record != null && record.seq() == seq;
    }
}
