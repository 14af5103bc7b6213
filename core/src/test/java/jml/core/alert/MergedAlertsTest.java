package jml.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jml.core.alert.Alert.Severity;
import org.junit.jupiter.api.Test;

class MergedAlertsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void anAlertOfTwoPeersIsShownOnce() {
        var merged = MergedAlerts.of(List.of(
                List.of(alert("f1", "a", Severity.PAGE, NOON)), List.of(alert("f1", "b", Severity.PAGE, NOON))));

        assertThat(merged).singleElement().returns("a", Alert::source);
    }

    @Test
    void whatOnePeerKnowsHoldsBackTheMergedAlert() {
        var early = held("f1", List.of("s1"), List.of("i1"), List.of());
        var late = held("f1", List.of("s1", "s2"), List.of(), List.of("nights"));

        var merged = MergedAlerts.of(List.of(List.of(early), List.of(late)));

        assertThat(merged).singleElement().satisfies(alert -> {
            assertThat(alert.silencedBy()).containsExactly("s1", "s2");
            assertThat(alert.inhibitedBy()).containsExactly("i1");
            assertThat(alert.mutedBy()).containsExactly("nights");
        });
    }

    @Test
    void theEarlierStartAndTheMoreUrgentSeverityCount() {
        var first = alert("f1", "a", Severity.TICKET, NOON);
        var second = alert("f1", "b", Severity.PAGE, NOON.minusSeconds(60));

        assertThat(MergedAlerts.of(List.of(List.of(first), List.of(second))))
                .isEqualTo(MergedAlerts.of(List.of(List.of(alert("f1", "a", Severity.PAGE, NOON.minusSeconds(60))))));
    }

    @Test
    void pagesComeFirstThenTheOldest() {
        var ticket = alert("f1", "a", Severity.TICKET, NOON.minusSeconds(600));
        var newPage = alert("f2", "a", Severity.PAGE, NOON);
        var oldPage = alert("f3", "b", Severity.PAGE, NOON.minusSeconds(60));

        assertThat(MergedAlerts.of(List.of(List.of(newPage, ticket), List.of(oldPage))))
                .extracting(Alert::fingerprint)
                .containsExactly("f3", "f2", "f1");
    }

    @Test
    void nothingMergesToNothing() {
        assertThat(MergedAlerts.of(List.of())).isEmpty();
        assertThat(MergedAlerts.of(List.of(List.of(), List.of()))).isEmpty();
    }

    private static Alert alert(String fingerprint, String source, Severity severity, Instant startsAt) {
        return new Alert(
                fingerprint, source, "Burn", severity, startsAt, Map.of(), Map.of(), List.of(), List.of(), List.of());
    }

    private static Alert held(String fingerprint, List<String> silences, List<String> alerts, List<String> intervals) {
        return new Alert(
                fingerprint, "a", "Burn", Severity.PAGE, NOON, Map.of(), Map.of(), silences, alerts, intervals);
    }
}
