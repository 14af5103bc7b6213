package jml.store.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jml.core.audit.AuditAction;
import jml.core.audit.AuditEntry;
import jml.core.audit.AuditVerification;
import jml.store.Child;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Consoles are killed while they write to one journal: whatever was acknowledged is there, once, and the chain holds.
/// `-Djml.kill.rounds=N` for a long campaign.
class KilledJournalTest {
    private static final int ROUNDS = Integer.getInteger("jml.kill.rounds", 10);

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
        var random = new Random(Long.getLong("jml.kill.seed", 1));
        var acknowledged = new ArrayList<String>();
        for (int round = 0; round < ROUNDS; round++) {
            int wait = random.nextInt(60);
            // Two at once: they take turns on the lock, and one dies holding it.
            try (var one = new Child(Writer.class, folder, round + "a");
                    var other = new Child(Writer.class, folder, round + "b")) {
                for (int i = 0; i < wait; i++) {
                    acknowledged.add(one.line());
                }
                one.kill();
                acknowledged.add(other.line());
                other.kill();
                drain(one, acknowledged);
                drain(other, acknowledged);
            }
            verify(acknowledged);
        }
    }

    private static void drain(Child child, List<String> acknowledged) {
        for (var line = child.line(); line != null; line = child.line()) {
            if (line.endsWith(".")) { // the last may have been cut off
                acknowledged.add(line);
            }
        }
    }

    private void verify(List<String> acknowledged) throws Exception {
        var files = AuditFiles.in(folder);
        try (var journal = FileAuditJournal.open(files, new FakeKeys(), InstantSource.system())) {
            var kept = journal.records().stream()
                    .map(record -> record.details().getOrDefault(AuditEntry.ACT, ""))
                    .filter(act -> !act.isEmpty())
                    .toList();
            assertThat(kept).containsAll(acknowledged).doesNotHaveDuplicates();
            assertThat(journal.notice()).isEmpty();
        }
        var report = AuditVerification.of(
                JournalReading.lines(files.journal()),
                JournalReading.notes(files.checkpoints()),
                JournalReading.keys(files.publicKeys()),
                true);
        assertThat(report.fault()).isEmpty();
    }

    static final class Writer {
        public static void main(String[] args) throws Exception {
            var keys = new FakeKeys();
            var journal = FileAuditJournal.open(AuditFiles.in(Path.of(args[0])), keys, InstantSource.system());
            for (int i = 0; i < 100_000; i++) {
                var act = args[1] + "-" + i + ".";
                journal.append(AuditEntry.ofAct(AuditAction.ACT_INTENT, act, "alice", "fraud@4", Map.of()));
                System.out.println(act);
            }
        }
    }
}
