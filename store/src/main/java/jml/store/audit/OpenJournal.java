package jml.store.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jml.core.audit.AuditEntry;
import jml.core.audit.AuditHead;
import jml.core.audit.AuditLine;
import jml.core.audit.AuditRecord;
import jml.core.audit.MerkleTree;
import jml.core.signing.Sha256;

/// How far a journal's file has been read: where it ends, its last hashes and its tree. Every method wants the writer's
/// lock and the journal's thread.
final class OpenJournal {
    private final AuditFiles files;
    private final MerkleTree tree = new MerkleTree();
    private final Set<String> filesNamed = new HashSet<>();
    private AuditHead head = AuditHead.EMPTY;
    private Sha256 first = Sha256.ZERO;
    private Sha256 before = Sha256.ZERO;
    private Instant lastAt = Instant.MIN;
    private long end;

    OpenJournal(AuditFiles files) {
        this.files = files;
    }

    AuditHead head() {
        return head;
    }

    MerkleTree tree() {
        return tree;
    }

    /// Hash of the first record.
    Sha256 first() {
        return first;
    }

    /// Hash of the last record but one.
    Sha256 before() {
        return before;
    }

    Instant lastAt() {
        return lastAt;
    }

    /// Whether a record tells of this file that was put aside.
    boolean tellsOf(String file) {
        return filesNamed.contains(file);
    }

    /// Reads what others have added. False when the file does not go on from where it was: then all must be read anew.
    boolean catchUp() throws IOException {
        long length = Files.exists(files.journal()) ? Files.size(files.journal()) : 0;
        if (length < end) {
            return false;
        }
        return length == end || take(JournalReading.lines(tail(length), head.size() + 1), length);
    }

    /// Takes these lines when all of them continue the chain.
    boolean take(List<AuditLine> lines, long length) {
        for (var line : lines) {
            var record = line.record();
            if (record == null
                    || !line.ended()
                    || record.seq() != head.size()
                    || !record.prev().equals(head.hash())) {
                return false;
            }
            add(record, line.hash(), line.leaf());
        }
        end = length;
        return true;
    }

    AuditRecord append(Instant at, AuditEntry entry) throws IOException {
        return append(at, entry, "");
    }

    /// @param mending what the line before still lacks
    AuditRecord append(Instant at, AuditEntry entry, String mending) throws IOException {
        var record = AuditRecord.next(head, at, entry);
        var bytes = record.bytes();
        var line = Arrays.copyOf(mending.getBytes(StandardCharsets.UTF_8), mending.length() + bytes.length + 1);
        System.arraycopy(bytes, 0, line, mending.length(), bytes.length);
        line[line.length - 1] = '\n';
        Durable.append(files.journal(), line);
        add(record, Sha256.of(bytes), MerkleTree.leaf(bytes));
        end += line.length;
        return record;
    }

    private void add(AuditRecord record, Sha256 hash, Sha256 leaf) {
        if (head.size() == 0) {
            first = hash;
        }
        before = head.hash();
        head = new AuditHead(head.size() + 1, hash);
        tree.addLeaf(leaf);
        lastAt = record.at();
        var named = record.details().get(Mending.FILE);
        if (named != null) {
            filesNamed.add(named);
        }
    }

    private byte[] tail(long length) throws IOException {
        try (var channel = FileChannel.open(files.journal(), StandardOpenOption.READ)) {
            var buffer = ByteBuffer.allocate(Math.toIntExact(length - end));
            while (buffer.hasRemaining() && channel.read(buffer, end + buffer.position()) >= 0) {
                // reads on until all is there
            }
            return Arrays.copyOf(buffer.array(), buffer.position());
        }
    }
}
