package jml.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import jml.core.audit.AuditAction;
import jml.core.audit.AuditEntry;
import jml.core.signing.SigningKey;
import jml.core.signing.SigningKeys;
import jml.store.audit.AuditFiles;
import jml.store.audit.FileAuditJournal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
    @TempDir
    Path folder;

    private RecordingConsole console;

    @BeforeEach
    void writeAJournal() throws Exception {
        console = new RecordingConsole(folder);
        var key = SigningKey.generate();
        var keys = new SigningKeys() {
            @Override
            public SigningKey own(String name) {
                return key;
            }

            @Override
            public String place() {
                return "memory";
            }
        };
        var at = Instant.parse("2026-01-01T00:00:00Z");
        try (var journal = FileAuditJournal.open(AuditFiles.in(folder), keys, () -> at)) {
            journal.append(
                    AuditEntry.ofAct(AuditAction.ACT_INTENT, "01A", "alice", "fraud@4", Map.of("verb", "abort")));
            journal.append(new AuditEntry(AuditAction.REJECTION, "bob", "churn@7", Map.of("why", "<script>\u001b[2J")));
            journal.append(AuditEntry.ofAct(AuditAction.ACT_CONFIRMED, "01A", "alice", "fraud@4", Map.of()));
        }
    }

    @Test
    void anUntouchedJournalVerifiesWithItsKey() throws Exception {
        var vkey = Files.readString(folder.resolve("audit.vkey")).strip();

        assertThat(console.run("audit", "verify", "--key", vkey)).isZero();
        assertThat(console.out()).contains("verified 3 records", "signed to seq 2 at 2026-01-01T00:00:00Z");
    }

    @Test
    void aFlippedByteIsNamedBySeqAndLine() throws Exception {
        var journal = folder.resolve("audit.jsonl");
        Files.writeString(journal, Files.readString(journal).replace("churn@7", "churn@8"));

        assertThat(console.run("audit", "verify", journal.toString())).isEqualTo(ExitCode.AUDIT_BROKEN);
        assertThat(console.out()).startsWith("BROKEN at seq 1, line 2: ");
        assertThat(console.run("audit", "verify", "--json")).isEqualTo(ExitCode.AUDIT_BROKEN);
        assertThat(console.out()).contains("\"seq\" : 1", "\"line\" : 2", "\"verified\" : false");
    }

    @Test
    void anEndCutOffIsSeenByACheckpointKeptElsewhere() throws Exception {
        var journal = folder.resolve("audit.jsonl");
        var kept = Files.createDirectory(folder.resolve("elsewhere")).resolve("kept");
        Files.move(folder.resolve("audit.checkpoints"), kept);
        Files.writeString(journal, Files.readAllLines(journal).getFirst() + "\n");

        assertThat(console.run("audit", "verify")).isZero();
        assertThat(console.out()).contains("note: no checkpoint");
        assertThat(console.run("audit", "verify", "--checkpoint", kept.toString()))
                .isEqualTo(ExitCode.AUDIT_BROKEN);
        assertThat(console.out()).contains("BROKEN at seq 1, line 2");
    }

    @Test
    void aFileOrAKeyThatCannotBeUsedIsOneLine() {
        assertThat(console.run("audit", "verify", folder.resolve("none.jsonl").toString()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(console.err()).contains("no such journal").hasLineCount(1);
        assertThat(console.run("audit", "verify", "--key", "nonsense")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(console.err()).contains("verifier key").hasLineCount(1);
    }

    @Test
    void jsonLinesAreTheJournalsOwn() throws Exception {
        var file = folder.resolve("out.jsonl");

        assertThat(console.run("audit", "export", "--format", "jsonl", "--out", file.toString()))
                .isZero();
        assertThat(file).hasSameBinaryContentAs(folder.resolve("audit.jsonl"));
    }

    @Test
    void thePageShowsEverythingAsText() {
        assertThat(console.run("audit", "export", "--format", "html")).isZero();

        assertThat(console.out())
                .contains("verified 3 records", "act=01A verb=abort", "&lt;script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void theLogIsOfOneModelAndSinceAnInstant() {
        assertThat(console.run("audit", "log", "--model", "fraud")).isZero();
        assertThat(console.out()).hasLineCount(2).contains("alice  act.intent  fraud@4");
        assertThat(console.run("audit", "log", "--model", "churn")).isZero();
        assertThat(console.out()).hasLineCount(1).doesNotContain("\u001b");
        assertThat(console.run("audit", "log", "--since", "2026-01-02T00:00:00Z"))
                .isZero();
        assertThat(console.out()).isEmpty();
    }
}
