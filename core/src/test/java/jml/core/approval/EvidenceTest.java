package jml.core.approval;

import static jml.core.approval.Decisions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import jml.core.policy.PolicyDecision;
import jml.core.signing.Sha256;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    @Test
    void theSameFactsGiveTheSameBytesAndAnyOtherGivesOthers() {
        var evidence = evidence(NOW, 1_713, "valid, credit-ci");

        assertThat(evidence.digest())
                .isEqualTo(evidence(NOW, 1_713, "valid, credit-ci").digest());
        assertThat(evidence.digest())
                .isNotEqualTo(evidence(NOW, 1_714, "valid, credit-ci").digest());
        assertThat(evidence.digest())
                .isNotEqualTo(evidence(NOW, 1_713, "unsigned").digest());
        assertThat(evidence.digest())
                .isNotEqualTo(
                        evidence(NOW.plusSeconds(1), 1_713, "valid, credit-ci").digest());
        assertThat(evidence.binding().evidence()).isEqualTo(evidence.digest());
    }

    @Test
    void whatIsNotKnownIsNullAndNotANumber() {
        var text = new String(evidence(NOW, 1, "unsigned").bytes(), StandardCharsets.UTF_8);

        assertThat(text)
                .contains("\"high\":null", "\"ratio\":0.94", "\"image\":null")
                .doesNotContain(" :", "NaN");
    }

    private static Evidence evidence(Instant at, long bad, String signature) {
        var metric =
                new Judged.Metric("errors", "PASS", 1_800, 18_420, bad, 18_420, .94, .88, Double.POSITIVE_INFINITY);
        return new Evidence(
                at,
                "credit-underwriting",
                "8",
                "7",
                Decisions.ARTIFACT,
                null,
                Decisions.SCOPE,
                new Judged("PROMOTE", "v8 is no worse.", Sha256.ZERO.hex(), List.of(metric), List.of()),
                List.of("12 months more data"),
                signature,
                PolicyDecision.notDecided("CEL", at, "down"),
                List.of(new ChecklistRow("runbook", "Runbooks linked", ChecklistRow.Status.DONE, "cold-starts")),
                List.of("39% of labels are not in yet."));
    }
}
