package jml.store.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jml.core.audit.AuditAction;
import jml.core.audit.AuditEntry;
import jml.core.audit.AuditFault;
import jml.core.audit.AuditFault.Kind;
import jml.core.audit.AuditHead;
import jml.core.audit.AuditLine;
import jml.core.audit.AuditRecord;
import jml.core.audit.AuditReport;
import jml.core.audit.AuditVerification;
import jml.core.audit.Checkpoint;
import jml.core.audit.MerkleTree;
import jml.core.signing.Sha256;
import jml.core.signing.SignedNote;
import jml.core.signing.SigningKey;
import org.junit.jupiter.api.Test;

/// What is done to a journal of eight records, signed at five and at eight, is found and named.
class AuditVerificationTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SIZE = 8;

    private final SigningKey key = SigningKey.generate();
    private final List<String> lines = journal("alice", SIZE);
    private final List<SignedNote> notes = List.of(signed(lines, 5), signed(lines, SIZE));

    @Test
    void anUntouchedJournalHasNoFault() {
        var report = verify(lines, notes);

        assertThat(report.fault()).isEmpty();
        assertThat(report.signed().orElseThrow().size()).isEqualTo(SIZE);
        assertThat(report.remarks()).isEmpty();
    }

    @Test
    void everyByteThatIsFlippedIsFoundAndItsRecordNamed() {
        var file = file(lines);
        int line = 0;
        for (int at = 0; at < file.length; at++) {
            boolean feed = file[at] == '\n';
            var changed = file.clone();
            changed[at] ^= (byte) (1 << (at % 8));
            var fault = verify(changed, notes).fault().orElseThrow();
            assertThat(fault.seq())
                    .as("byte %s of %s: %s", at, file.length, fault)
                    .isEqualTo(line);
            assertThat(fault.line()).isEqualTo(line + 1L);
            line += feed ? 1 : 0;
        }
    }

    @Test
    void aRecordTakenOutIsNamed() {
        for (int gone = 0; gone < SIZE - 1; gone++) {
            var left = new ArrayList<>(lines);
            left.remove(gone);
            assertFault(verify(left, notes), Kind.MISSING, gone);
        }
    }

    @Test
    void recordsThatChangedPlacesAreNamed() {
        for (int at = 0; at < SIZE; at++) {
            for (int with = at + 1; with < SIZE; with++) {
                var moved = new ArrayList<>(lines);
                moved.set(at, lines.get(with));
                moved.set(with, lines.get(at));
                assertFault(verify(moved, notes), Kind.REORDERED, at);
            }
        }
    }

    @Test
    void aRecordWrittenTwiceIsNamed() {
        var twice = new ArrayList<>(lines);
        twice.add(4, lines.get(3));

        assertFault(verify(twice, notes), Kind.REPEATED, 4);
    }

    @Test
    void anEndCutOffIsNamedByTheNewestCheckpoint() {
        for (int left = 0; left < SIZE; left++) {
            assertFault(verify(lines.subList(0, left), notes), Kind.TRUNCATED, left);
        }
    }

    @Test
    void aHalfLineAtTheEndIsNamed() {
        var file = new String(file(lines), StandardCharsets.UTF_8) + "{\"act";

        assertFault(verify(file.getBytes(StandardCharsets.UTF_8), notes), Kind.TORN, SIZE);
    }

    @Test
    void aJournalWrittenAnewFromItsBeginningIsFound() {
        assertFault(verify(journal("mallory", SIZE), notes), Kind.REWRITTEN, 0);
    }

    @Test
    void aJournalWrittenAnewFromTheMiddleIsFoundBetweenItsCheckpoints() {
        var rewritten = new ArrayList<>(lines.subList(0, 6));
        extend(rewritten, "mallory", SIZE);

        assertFault(verify(rewritten, notes), Kind.REWRITTEN, 5);
    }

    @Test
    void aForgedCheckpointIsFound() throws Exception {
        var forged = SignedNote.parse(notes.getLast().toString().replace("\n8\n", "\n7\n"));

        assertFault(verify(lines, List.of(forged)), Kind.CHECKPOINT, 0);
    }

    @Test
    void aCheckpointOfAnotherJournalIsFound() {
        var other = signed(journal("bob", SIZE), SIZE);

        var report = AuditVerification.of(
                read(file(lines)), List.of(other), List.of(SignedNote.keyOf(origin(lines), key)), true);

        assertFault(report, Kind.CHECKPOINT, 0);
    }

    @Test
    void aKeyThatSignedNothingProvesNothing() {
        var stranger = SignedNote.keyOf(origin(lines), SigningKey.generate());

        var demanded = AuditVerification.of(read(file(lines)), notes, List.of(stranger), true);
        var known = AuditVerification.of(read(file(lines)), notes, List.of(stranger), false);

        assertFault(demanded, Kind.CHECKPOINT, 0);
        assertThat(known.fault()).isEmpty();
        assertThat(known.remarks()).hasSize(2);
    }

    @Test
    void aClockSetBackIsRemarkedAndNoFault() throws Exception {
        var two = new ArrayList<String>();
        var first = AuditRecord.next(AuditHead.EMPTY, START, entry("alice", 0));
        two.add(text(first));
        two.add(text(AuditRecord.next(new AuditHead(1, first.hash()), START.minusSeconds(1), entry("alice", 1))));

        var report = verify(two, List.of());

        assertThat(report.fault()).isEmpty();
        assertThat(report.remarks()).anyMatch(remark -> remark.contains("clock"));
    }

    private static void assertFault(AuditReport report, Kind kind, long seq) {
        assertThat(report.fault().orElseThrow())
                .extracting(AuditFault::kind, AuditFault::seq)
                .containsExactly(kind, seq);
    }

    private AuditReport verify(List<String> journal, List<SignedNote> signed) {
        return verify(file(journal), signed);
    }

    private AuditReport verify(byte[] file, List<SignedNote> signed) {
        return AuditVerification.of(read(file), signed, List.of(SignedNote.keyOf(origin(lines), key)), false);
    }

    private static List<AuditLine> read(byte[] file) {
        return JournalReading.lines(file, 1);
    }

    private SignedNote signed(List<String> journal, int size) {
        var tree = new MerkleTree();
        journal.subList(0, size).forEach(line -> tree.add(line.getBytes(StandardCharsets.UTF_8)));
        var last = hash(journal.get(size - 1));
        var checkpoint = Checkpoint.of(origin(journal), size, tree.root(), START, last, hash(journal.get(size - 2)));
        return SignedNote.sign(checkpoint.text(), checkpoint.origin(), key);
    }

    private static String origin(List<String> journal) {
        return Checkpoint.origin(hash(journal.getFirst()));
    }

    private static Sha256 hash(String line) {
        return Sha256.of(line.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> journal(String actor, int size) {
        var journal = new ArrayList<String>();
        extend(journal, actor, size);
        return journal;
    }

    private static void extend(List<String> journal, String actor, int size) {
        while (journal.size() < size) {
            int seq = journal.size();
            var head = seq == 0 ? AuditHead.EMPTY : new AuditHead(seq, hash(journal.getLast()));
            journal.add(text(AuditRecord.next(head, START.plusSeconds(seq), entry(actor, seq))));
        }
    }

    private static AuditEntry entry(String actor, int number) {
        return new AuditEntry(AuditAction.VERDICT_SHOWN, actor, "fraud@" + number, Map.of("note", "é \"x\""));
    }

    private static String text(AuditRecord record) {
        return new String(record.bytes(), StandardCharsets.UTF_8);
    }

    private static byte[] file(List<String> journal) {
        return journal.isEmpty() ? new byte[0] : (String.join("\n", journal) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
