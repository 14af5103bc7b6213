package jml.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void writeAJournal() throws Exception {
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

        assertThat(run("audit", "verify", "--key", vkey)).isZero();
        assertThat(text(out)).contains("verified 3 records", "signed to seq 2 at 2026-01-01T00:00:00Z");
    }

    @Test
    void aFlippedByteIsNamedBySeqAndLine() throws Exception {
        var journal = folder.resolve("audit.jsonl");
        Files.writeString(journal, Files.readString(journal).replace("churn@7", "churn@8"));

        assertThat(run("audit", "verify", journal.toString())).isEqualTo(ExitCode.AUDIT_BROKEN);
        assertThat(text(out)).startsWith("BROKEN at seq 1, line 2: ");
        out.reset();
        assertThat(run("audit", "verify", "--json")).isEqualTo(ExitCode.AUDIT_BROKEN);
        assertThat(text(out)).contains("\"seq\" : 1", "\"line\" : 2", "\"verified\" : false");
    }

    @Test
    void anEndCutOffIsSeenByACheckpointKeptElsewhere() throws Exception {
        var journal = folder.resolve("audit.jsonl");
        var kept = Files.createDirectory(folder.resolve("elsewhere")).resolve("kept");
        Files.move(folder.resolve("audit.checkpoints"), kept);
        Files.writeString(journal, Files.readAllLines(journal).getFirst() + "\n");

        assertThat(run("audit", "verify")).isZero();
        assertThat(text(out)).contains("note: no checkpoint");
        assertThat(run("audit", "verify", "--checkpoint", kept.toString())).isEqualTo(ExitCode.AUDIT_BROKEN);
        assertThat(text(out)).contains("BROKEN at seq 1, line 2");
    }

    @Test
    void aFileOrAKeyThatCannotBeUsedIsOneLine() {
        assertThat(run("audit", "verify", folder.resolve("none.jsonl").toString()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(text(err)).contains("no such journal").hasLineCount(1);
        err.reset();
        assertThat(run("audit", "verify", "--key", "nonsense")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(text(err)).contains("verifier key").hasLineCount(1);
    }

    @Test
    void jsonLinesAreTheJournalsOwn() throws Exception {
        var file = folder.resolve("out.jsonl");

        assertThat(run("audit", "export", "--format", "jsonl", "--out", file.toString()))
                .isZero();
        assertThat(file).hasSameBinaryContentAs(folder.resolve("audit.jsonl"));
    }

    @Test
    void thePageShowsEverythingAsText() {
        assertThat(run("audit", "export", "--format", "html")).isZero();

        assertThat(text(out))
                .contains("verified 3 records", "act=01A verb=abort", "&lt;script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void theLogIsOfOneModelAndSinceAnInstant() {
        assertThat(run("audit", "log", "--model", "fraud")).isZero();
        assertThat(text(out)).hasLineCount(2).contains("alice  act.intent  fraud@4");
        out.reset();
        assertThat(run("audit", "log", "--model", "churn")).isZero();
        assertThat(text(out)).hasLineCount(1).doesNotContain("\u001b");
        out.reset();
        assertThat(run("audit", "log", "--since", "2026-01-02T00:00:00Z")).isZero();
        assertThat(text(out)).isEmpty();
    }

    private int run(String... words) {
        var arguments = new ArrayList<>(List.of("--data", folder.toString()));
        arguments.addAll(List.of(words));
        return ConsoleCommand.run(
                arguments.toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
