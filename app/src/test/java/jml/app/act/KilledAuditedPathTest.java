package jml.app.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jml.core.audit.AuditVerification;
import jml.engine.act.KillRounds;
import jml.store.audit.AuditFiles;
import jml.store.audit.JournalReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The kill campaign of the action path with the audit journal on disk. `-Djml.kill.rounds=200` for the long one.
class KilledAuditedPathTest {
    private static final int ROUNDS = Integer.getInteger("jml.kill.rounds", 3);

    @TempDir
    Path folder;

    @Test
    void nothingIsSentTwiceNothingIsLostAndEachJournalVerifies() throws Exception {
        var endings = new KillRounds(folder, KilledAuditedConsole.class, ROUNDS).run();

        assertThat(endings).hasSize(ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            var files = AuditFiles.in(folder.resolve("round-" + round));
            var lines = JournalReading.lines(files.journal());
            var report = AuditVerification.of(
                    lines, JournalReading.notes(files.checkpoints()), JournalReading.keys(files.publicKeys()), false);
            assertThat(report.fault()).as("round %d", round).isEmpty();
            assertThat(lines).as("round %d", round).isNotEmpty();
        }
    }
}
