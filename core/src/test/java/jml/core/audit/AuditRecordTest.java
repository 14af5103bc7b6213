package jml.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jml.core.signing.MalformedException;
import jml.core.signing.Rfc8032;
import jml.core.signing.Sha256;
import jml.core.signing.SignedNote;
import org.junit.jupiter.api.Test;

class AuditRecordTest {
    @Test
    void theChainIsThatOfTheReference() {
        var first = record(0, "2026-01-01T00:00:00Z", "alice", "model.promote", "fraud@3", Sha256.ZERO);
        var second = record(1, "2026-01-01T00:05:00Z", "bob", "canary.start", "fraud@4", first.hash());
        var third = record(2, "2026-01-01T00:20:00Z", "auto", "canary.rollback", "fraud@4", second.hash());

        assertThat(new String(first.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"action\":\"model.promote\",\"actor\":\"alice\",\"prev\":\"" + "0".repeat(64)
                        + "\",\"seq\":0,\"subject\":\"fraud@3\",\"ts\":\"2026-01-01T00:00:00Z\"}");
        assertThat(first.hash().hex()).isEqualTo("9325f7e7e435bf86f0ad56ff88d062938c22fc12798068e01b3bf632e70719df");
        assertThat(second.hash().hex()).isEqualTo("c7863815694a773b322abbf90629fe1648620e7ca098b9e6a62adf8eae2194b3");
        assertThat(third.hash().hex()).isEqualTo("7e521192f48f6db239e47c8d1cb7323dc9c2a94c7d4993a896883246ec1754eb");
        var tree = new MerkleTree();
        List.of(first, second, third).forEach(record -> tree.add(record.bytes()));
        assertThat(tree.root().hex()).isEqualTo("371cc2c07f69db571849477ae4cdf90ff125a0d9b2b00c673c7a847b2b365444");
    }

    @Test
    void aCheckpointIsSignedAsTheReferenceSays() throws Exception {
        var root = Sha256.ofHex("371cc2c07f69db571849477ae4cdf90ff125a0d9b2b00c673c7a847b2b365444");
        var checkpoint = new Checkpoint("jml-console.example/audit/1", 3, root, List.of());

        var note = SignedNote.sign(checkpoint.text(), checkpoint.origin(), Rfc8032.key());

        assertThat(note.toString()).isEqualTo("""
                        jml-console.example/audit/1
                        3
                        NxzCwH9p21cYSUd65M35D/EloNmysAxnPHqEeys2VEQ=

                        — jml-console.example/audit/1 PQ+FlP81dOfg/aTkW7P1alZJoiFUClQdIV6VHCRwYZxL2oonm+vJvYf7UhMm5zeIjRgV7K6jdN1m5gROq1Urev2tTgM=
                        """);
        assertThat(Checkpoint.parse(note.text())).isEqualTo(checkpoint);
    }

    @Test
    void aCheckpointTellsItsTime() throws Exception {
        var at = Instant.parse("2026-01-01T00:00:00Z");
        var checkpoint = Checkpoint.of("o", 1, Sha256.ZERO, at, Sha256.of(), Sha256.ZERO);

        assertThat(Checkpoint.parse(checkpoint.text()).at()).contains(at);
    }

    @Test
    void whatIsNoCheckpointIsMalformed() {
        for (var wrong : List.of("", "o\n1\n", "o\n01\nAA==\n", "o\n-1\nAA==\n", "o\n1\nAA==\n", "o\n1\n*\n")) {
            assertThatThrownBy(() -> Checkpoint.parse(wrong)).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void anActNamesItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AuditEntry(AuditAction.ACT_INTENT, "alice", "fraud@4", Map.of()));
        assertThat(AuditEntry.ofAct(AuditAction.ACT_INTENT, "01H", "alice", "fraud@4", Map.of("verb", "promote"))
                        .details())
                .containsOnly(Map.entry("act", "01H"), Map.entry("verb", "promote"));
    }

    @Test
    void aRecordComesBackFromItsJson() throws Exception {
        var entry = new AuditEntry(AuditAction.SETTINGS_CHANGED, "alice", "", Map.of("what", "\u0000 \u2028 é"));
        var record = AuditRecord.next(AuditHead.EMPTY, Instant.parse("2026-01-01T00:00:00.5Z"), entry);

        assertThat(AuditRecord.ofMap(record.toMap())).isEqualTo(record);
    }

    @Test
    void aMemberThatRecordsDoNotHaveIsRefused() {
        var json = new HashMap<>(
                record(0, "2026-01-01T00:00:00Z", "a", "b", "c", Sha256.ZERO).toMap());
        json.put("extra", "1");

        assertThatThrownBy(() -> AuditRecord.ofMap(json))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("extra");
    }

    private static AuditRecord record(long seq, String at, String actor, String action, String subject, Sha256 prev) {
        return new AuditRecord(seq, Instant.parse(at), actor, action, subject, new TreeMap<>(), prev);
    }
}
