package jml.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InTotoStatementTest {
    private static final Sha256 MODEL = Sha256.of(new byte[] {1});
    private static final Sha256 EVIDENCE = Sha256.of(new byte[] {2});
    private static final PromotionSummary APPROVED = new PromotionSummary(
            "https://jml.example/console",
            Instant.parse("2026-01-01T00:00:00Z"),
            "models:/fraud-scorer/4?environment=production",
            "https://jml.example/policies/default",
            EVIDENCE,
            Map.of("https://jml.example/evidence/1", EVIDENCE),
            true,
            List.of("JML_CANARY_PASSED"));

    @Test
    void aPromotionSummaryComesBackFromWhatWasSigned() throws Exception {
        var key = SigningKey.generate();
        var statement = APPROVED.about("fraud-scorer", MODEL);
        var envelope = statement.sign(key);
        var verified = envelope.verify(List.of(key.publicKey()), 1).orElseThrow();

        var read = InTotoStatement.read(envelope, verified, bytes -> {
            assertThat(bytes).isEqualTo(CanonicalJson.bytes(statement.toMap()));
            return statement.toMap();
        });

        assertThat(PromotionSummary.of(read)).isEqualTo(APPROVED);
        assertThat(read.isAbout(MODEL)).isTrue();
        assertThat(read.isAbout(EVIDENCE)).isFalse();
    }

    @Test
    void anotherPayloadIsNotRead() throws Exception {
        var key = SigningKey.generate();
        var envelope = DsseEnvelope.sign("text/plain", new byte[0], key);
        var verified = envelope.verify(List.of(key.publicKey()), 1).orElseThrow();

        assertThatThrownBy(() -> InTotoStatement.read(envelope, verified, bytes -> {
                    throw new AssertionError("read although of another type");
                }))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("text/plain");
    }

    @Test
    void aSubjectWithoutADigestIsMalformed() {
        assertThatThrownBy(() -> InTotoStatement.ofMap(Map.of(
                        "_type",
                        "https://in-toto.io/Statement/v1",
                        "predicateType",
                        "x",
                        "predicate",
                        Map.of(),
                        "subject",
                        List.of(Map.of("name", "m", "digest", Map.of())))))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("digest");
    }

    @Test
    void aResultThatIsNeitherIsMalformed() {
        var predicate = new HashMap<String, Object>(APPROVED.about("m", MODEL).predicate());
        predicate.put("verificationResult", "passed");
        var subject = InTotoStatement.Subject.of("m", MODEL);
        var statement = new InTotoStatement(List.of(subject), PromotionSummary.PREDICATE_TYPE, predicate);

        assertThatThrownBy(() -> PromotionSummary.of(statement)).hasMessageContaining("PASSED nor FAILED");
    }
}
