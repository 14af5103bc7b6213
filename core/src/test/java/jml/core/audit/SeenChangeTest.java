package jml.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetEvent.Kind;
import jml.core.model.ModelKey;
import jml.core.signing.Sha256;
import org.junit.jupiter.api.Test;

class SeenChangeTest {
    private static final Instant SENT = Instant.parse("2026-11-24T12:00:00Z");
    private static final ModelKey FRAUD = new ModelKey("eu", "fraud");

    private final List<AuditRecord> records = new ArrayList<>();

    private void write(AuditAction action, Instant at, Map<String, String> details) {
        records.add(
                new AuditRecord(records.size(), at, "lena", action.id(), "fraud", new TreeMap<>(details), Sha256.ZERO));
    }

    private void sent(String verb, String... more) {
        var intent = new TreeMap<>(Map.of(
                "proposal",
                "p",
                "act.0.id",
                "a",
                "act.0.environment",
                "eu",
                "act.0.model",
                "fraud",
                "act.0.verb",
                verb));
        for (int i = 0; i < more.length; i += 2) {
            intent.put("act.0." + more[i], more[i + 1]);
        }
        write(AuditAction.ACT_INTENT, SENT.minusSeconds(5), intent);
        write(AuditAction.ACT_SENT, SENT, Map.of("proposal", "p", "act", "a"));
    }

    private boolean elsewhere(Kind kind, Duration after, String text) {
        return elsewhere(FRAUD, kind, after, text);
    }

    private boolean elsewhere(ModelKey model, Kind kind, Duration after, String text) {
        var at = SENT.plus(after);
        var event = new FleetEvent("e", kind, at, at, model, text, "cluster");
        var found = SeenChange.of(List.of(event), records);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().actor()).isEqualTo(found.getFirst().elsewhere() ? "" : "lena");
        return found.getFirst().elsewhere();
    }

    @Test
    void whatAnActBringsAboutIsItsDoing() {
        sent("abort");

        assertThat(elsewhere(Kind.ROLLBACK, Duration.ofSeconds(3), "Canary v17 was taken back."))
                .isFalse();
        assertThat(elsewhere(Kind.WEIGHT, Duration.ofSeconds(-20), "lowered")).isFalse();
        assertThat(elsewhere(Kind.ROLLBACK, Duration.ofMinutes(15), "late")).isFalse();
    }

    @Test
    void whatComesBeforeOrLongAfterOrOfAnotherModelIsNot() {
        sent("abort");

        assertThat(elsewhere(Kind.ROLLBACK, Duration.ofSeconds(-31), "early")).isTrue();
        assertThat(elsewhere(Kind.ROLLBACK, Duration.ofMinutes(15).plusSeconds(1), "late"))
                .isTrue();
        assertThat(elsewhere(new ModelKey("us", "fraud"), Kind.ROLLBACK, Duration.ZERO, "there"))
                .isTrue();
    }

    @Test
    void anAbortAmidAPromotionWasMadeElsewhere() {
        sent("promote");

        assertThat(elsewhere(Kind.WEIGHT, Duration.ofMinutes(1), "raised")).isFalse();
        assertThat(elsewhere(Kind.ROLLBACK, Duration.ofMinutes(1), "taken back"))
                .isTrue();
    }

    @Test
    void afterItsEndAnActExplainsTwoMinutesMore() {
        sent("abort");
        write(AuditAction.ACT_ENDED, SENT.plusSeconds(60), Map.of("proposal", "p", "act", "p"));

        assertThat(elsewhere(Kind.ROLLBACK, Duration.ofSeconds(180), "taken back"))
                .isFalse();
        assertThat(elsewhere(Kind.ROLLBACK, Duration.ofSeconds(181), "taken back"))
                .isTrue();
    }

    @Test
    void aRefusedActExplainsNothing() {
        sent("abort");
        write(AuditAction.ACT_REFUSED, SENT, Map.of("proposal", "p", "act", "a"));

        assertThat(elsewhere(Kind.ROLLBACK, Duration.ofSeconds(3), "taken back"))
                .isTrue();
    }

    @Test
    void anotherAliasThanTheOneMovedWasMovedElsewhere() {
        sent("set-alias", "alias", "champion");

        assertThat(elsewhere(Kind.REGISTRY, Duration.ofSeconds(9), "Alias champion moved from v1 to v2."))
                .isFalse();
        assertThat(elsewhere(Kind.REGISTRY, Duration.ofSeconds(9), "Alias challenger set to v3."))
                .isTrue();
        assertThat(elsewhere(Kind.REGISTRY, Duration.ofSeconds(9), "v9 was registered."))
                .isTrue();
    }

    @Test
    void alertsAndStatesAreNoChanges() {
        var event = new FleetEvent("e", Kind.STATE, SENT, SENT, FRAUD, "critical", "console");

        assertThat(SeenChange.of(List.of(event), records)).isEmpty();
    }

    @Test
    void whoHeldAnAliasWhenFollowsFromWhatWasSeen() {
        var terms = AliasTerm.of(List.of(
                new AliasTerm.Seen(SENT, Map.of("champion", "1")),
                new AliasTerm.Seen(SENT.plusSeconds(60), Map.of("champion", "2", "challenger", "3")),
                new AliasTerm.Seen(SENT.plusSeconds(90), Map.of("champion", "2"))));

        assertThat(terms)
                .containsExactly(
                        new AliasTerm("challenger", "3", SENT.plusSeconds(60), true, SENT.plusSeconds(90)),
                        new AliasTerm("champion", "1", SENT, false, SENT.plusSeconds(60)),
                        new AliasTerm("champion", "2", SENT.plusSeconds(60), true, null));
    }
}
