package jml.views.releases.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import jml.core.audit.ReleaseAudit;
import jml.views.kit.table.FleetLine;
import jml.views.sample.SampleActs;
import jml.views.sample.SampleAudits;
import jml.views.sample.SampleFleet;
import org.junit.jupiter.api.Test;

class AuditContentsTest {
    @Test
    void aRecordBeforeTheNewestCheckpointIsSignedAndLaterOnesAreOnlyChained() {
        var content = content(SampleAudits.verified());

        assertThat(seals(content))
                .containsExactly(
                        "Signed at 14:05 (200)", "Signed at 14:05 (200)", "Chained", "Chained", "Chained", "Chained");
        assertThat(content.sentence()).isEqualTo("The journal's 214 records verify: all but the last 14 are signed.");
    }

    @Test
    void fromTheFirstFaultOnNothingIsCalledVerified() {
        var content = content(SampleAudits.broken());

        assertThat(seals(content).getFirst()).startsWith("Signed");
        assertThat(seals(content).subList(1, 6)).containsOnly("Not verified");
        assertThat(content.journal().word()).isEqualTo("Broken");
        assertThat(content.sentence()).contains("record 199 (line 200)");
    }

    @Test
    void onlyWhatNoActExplainsIsListedAsMadeElsewhereNewestFirst() {
        assertThat(content(SampleAudits.verified()).elsewhere())
                .extracting(AuditContent.Elsewhere::text)
                .containsExactly("The rollout of v17 was paused by a person.", "Canary v17 raised from 5% to 10%.");
    }

    private static AuditContent content(ReleaseAudit.Found found) {
        return new AuditContents(SampleFleet.NOON, ZoneOffset.UTC).of(SampleActs.FRAUD, found);
    }

    private static List<String> seals(AuditContent content) {
        return content.rows().stream()
                .map(line ->
                        ((FleetLine.Row<AuditContent.Row>) line).value().seal().word())
                .toList();
    }
}
