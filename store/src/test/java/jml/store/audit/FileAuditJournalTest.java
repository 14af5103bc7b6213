package jml.store.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jml.core.audit.AuditAction;
import jml.core.audit.AuditEntry;
import jml.core.audit.AuditFault;
import jml.core.audit.AuditRecord;
import jml.core.audit.AuditReport;
import jml.core.audit.AuditVerification;
import jml.core.audit.Checkpoint;
import jml.core.signing.MalformedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAuditJournalTest {
    @TempDir
    Path folder;

    private final FakeKeys keys = new FakeKeys();
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private AuditFiles files = AuditFiles.in(Path.of(""));

    @BeforeEach
    void findFiles() {
        files = AuditFiles.in(folder);
    }

    @Test
    void whatIsAppendedIsThereForTheNext() throws Exception {
        AuditRecord first;
        try (var journal = open()) {
            first = journal.append(entry("one"));
        }
        try (var journal = open()) {
            var second = journal.append(entry("two"));
            assertThat(second.prev()).isEqualTo(first.hash());
            assertThat(journal.records()).containsExactly(first, second);
            assertThat(journal.records(1)).containsExactly(second);
            assertThat(journal.head().hash()).isEqualTo(second.hash());
            assertThat(journal.notice()).isEmpty();
        }
    }

    @Test
    void anExitSignsAndTheJournalVerifies() throws Exception {
        write(3);

        var report = verify();

        assertThat(report.fault()).isEmpty();
        assertThat(report.signed().orElseThrow().size()).isEqualTo(3);
        assertThat(report.signed().orElseThrow().at()).contains(now);
    }

    @Test
    void aHundredRecordsOrTenMinutesAreSigned() throws Exception {
        try (var journal = open()) {
            append(journal, 1);
            journal.signIfDue();
            append(journal, 98);
            journal.signIfDue();
            assertThat(sizesSigned()).containsExactly(1L);
            append(journal, 2);
            journal.signIfDue();
            assertThat(sizesSigned()).containsExactly(1L, 101L);
            append(journal, 1);
            now = now.plusSeconds(599);
            journal.signIfDue();
            assertThat(sizesSigned()).hasSize(2);
            now = now.plusSeconds(1);
            journal.signIfDue();
            assertThat(sizesSigned()).containsExactly(1L, 101L, 102L);
        }
        assertThat(sizesSigned()).hasSize(3);
    }

    @Test
    void twoConsolesShareOneJournal() throws Exception {
        try (var one = open();
                var other = open();
                var pool = Executors.newFixedThreadPool(2)) {
            Callable<Void> first = () -> append(one, 20);
            Callable<Void> second = () -> append(other, 20);
            for (var done : pool.invokeAll(List.of(first, second))) {
                done.get();
            }
            assertThat(one.records()).hasSize(40).isEqualTo(other.records());
        }
        assertThat(verify().fault()).isEmpty();
    }

    @Test
    void anInterruptedCallerStillHasItsRecord() throws Exception {
        try (var journal = open()) {
            Thread.currentThread().interrupt();
            journal.append(entry("one"));
            assertThat(Thread.interrupted()).isTrue();
            journal.append(entry("two"));
            assertThat(journal.records()).hasSize(2);
        }
    }

    @Test
    void aHeadlessMachineWithoutAKeySaysSoAndGoesOn() throws Exception {
        keys.away = true;
        try (var journal = open()) {
            append(journal, 100);
            journal.signIfDue();
            assertThat(journal.notice().orElseThrow()).contains("not signed").contains("JML_CONSOLE_PASSPHRASE");
            keys.away = false;
            journal.signIfDue();
            assertThat(journal.notice()).isEmpty();
        }
        assertThat(verify().signed()).isPresent();
    }

    @Test
    void aLineCutOffIsPutAsideAndARecordSaysSo() throws Exception {
        write(3);
        var lines = Files.readAllLines(files.journal());
        Files.writeString(files.journal(), "{\"action\":\"half", StandardCharsets.UTF_8, StandardOpenOption.APPEND);

        List<AuditRecord> records;
        try (var journal = open()) {
            records = journal.records();
        }

        assertThat(records).hasSize(4);
        var mended = records.getLast();
        assertThat(mended.is(AuditAction.JOURNAL_REPAIRED)).isTrue();
        assertThat(Files.readString(folder.resolve(mended.details().get("file"))))
                .isEqualTo("{\"action\":\"half");
        assertThat(Files.readAllLines(files.journal()).subList(0, 3)).isEqualTo(lines);
        assertThat(verify().fault()).isEmpty();
    }

    @Test
    void aConsoleKilledWhileMendingIsFollowedByOneThatSaysSo() throws Exception {
        write(2);
        Files.writeString(folder.resolve("audit-torn-0123456789abcdef.part"), "half");

        try (var journal = open()) {
            assertThat(journal.records()).hasSize(3);
            assertThat(journal.records().getLast().details()).containsEntry("file", "audit-torn-0123456789abcdef.part");
        }
        try (var journal = open()) {
            assertThat(journal.records()).hasSize(3);
        }
    }

    @Test
    void aWholeRecordThatLacksItsLineFeedIsCompleted() throws Exception {
        keys.away = true; // a signature would show that the line feed was there
        write(3);
        keys.away = false;
        var bytes = Files.readAllBytes(files.journal());
        Files.write(files.journal(), Arrays.copyOf(bytes, bytes.length - 1));

        try (var journal = open()) {
            assertThat(journal.records()).hasSize(4);
            assertThat(journal.records().getLast().details()).containsEntry("how", "completed");
        }
        assertThat(verify().fault()).isEmpty();
    }

    @Test
    void aDamagedJournalIsPutAsideAndTheNewOneSaysSo() throws Exception {
        write(3);
        var bytes = Files.readAllBytes(files.journal());
        bytes[40] ^= 1;
        Files.write(files.journal(), bytes);

        try (var journal = open()) {
            var told = journal.records().getFirst();
            assertThat(told.is(AuditAction.JOURNAL_REPLACED)).isTrue();
            assertThat(Files.readAllBytes(folder.resolve(told.details().get("file"))))
                    .isEqualTo(bytes);
            assertThat(told.details().get("fault")).contains("record 0");
            assertThat(journal.notice().orElseThrow()).contains("damaged");
        }
    }

    @Test
    void aJournalChangedUnderARunningConsoleIsNotAddedTo() throws Exception {
        try (var journal = open()) {
            append(journal, 3);
            var lines = Files.readAllLines(files.journal());
            Files.writeString(files.journal(), lines.getFirst() + "\n");
            Files.writeString(files.checkpoints(), "");
            journal.append(entry("after"));
            assertThat(journal.records()).hasSize(2);
        }
        assertThat(verify().fault()).isEmpty();
    }

    @Test
    void anEndCutOffAfterItWasSignedIsFoundAtTheNextStart() throws Exception {
        write(5);
        var lines = Files.readAllLines(files.journal());
        Files.writeString(files.journal(), String.join("\n", lines.subList(0, 3)) + "\n");
        assertThat(verify().fault().orElseThrow())
                .extracting(AuditFault::kind, AuditFault::seq, AuditFault::line)
                .containsExactly(AuditFault.Kind.TRUNCATED, 3L, 4L);

        try (var journal = open()) {
            assertThat(journal.records().getFirst().details().get("fault")).contains("record 3 is gone");
        }
    }

    @Test
    void aCheckpointCutOffIsWrittenAnew() throws Exception {
        write(2);
        var note = Files.readString(files.checkpoints());
        Files.writeString(files.checkpoints(), note + note.substring(0, 60));

        write(1);

        assertThat(sizesSigned()).containsExactly(2L, 3L);
        assertThat(verify().fault()).isEmpty();
    }

    @Test
    void theSecretKeyIsInNoFile() throws Exception {
        write(2);
        var secret = keys.own("audit").secretPem().lines().skip(1).findFirst().orElseThrow();

        try (var all = Files.list(folder)) {
            for (var file : all.toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
            }
        }
    }

    private FileAuditJournal open() {
        return FileAuditJournal.open(files, keys, () -> now);
    }

    private void write(int records) throws Exception {
        try (var journal = open()) {
            append(journal, records);
        }
    }

    private static Void append(FileAuditJournal journal, int records) throws Exception {
        for (int i = 0; i < records; i++) {
            journal.append(entry("n" + i));
        }
        return null;
    }

    private static AuditEntry entry(String what) {
        return AuditEntry.ofAct(AuditAction.ACT_INTENT, "01H" + what, "alice", "fraud@4", Map.of("what", what));
    }

    private List<Long> sizesSigned() throws IOException, MalformedException {
        var sizes = new ArrayList<Long>();
        for (var note : JournalReading.notes(files.checkpoints())) {
            sizes.add(Checkpoint.parse(note.text()).size());
        }
        return sizes;
    }

    private AuditReport verify() throws IOException, MalformedException {
        return AuditVerification.of(
                JournalReading.lines(files.journal()),
                JournalReading.notes(files.checkpoints()),
                JournalReading.keys(files.publicKeys()),
                true);
    }
}
