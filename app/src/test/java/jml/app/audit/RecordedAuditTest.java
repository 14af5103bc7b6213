package jml.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jml.app.SimulatedConsole;
import jml.core.audit.AliasTerm;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Origin;
import jml.core.fleet.Roster;
import jml.store.H2FleetRecord;
import jml.store.audit.AuditFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedAuditTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void whatNoActExplainsWasMadeElsewhereAndAliasesHaveTheirTerms() throws Exception {
        var fleet = SimulatedConsole.fleet(NOON, 20).snapshot(NOON);
        var key = fleet.model(0).key();
        var moved = NOON.plusSeconds(60);
        try (var record = H2FleetRecord.open(folder, Origin.LIVE, Instant::now)) {
            record.append(live(fleet, NOON, Map.of("champion", "1")));
            record.append(live(fleet, moved, Map.of("champion", "2")));
            record.append(List.of(new FleetEvent(
                    "registry-1",
                    FleetEvent.Kind.REGISTRY,
                    moved,
                    moved,
                    key,
                    "Alias champion moved from v1 to v2.",
                    "mlflow")));
            var audit = new RecordedAudit(AuditFiles.in(folder), () -> record, () -> NOON.plus(Duration.ofHours(1)));

            var found = audit.about(key);

            assertThat(found.records()).isEmpty();
            assertThat(found.report().fault()).isEmpty();
            assertThat(found.changes()).singleElement().satisfies(it -> assertThat(it.elsewhere())
                    .isTrue());
            assertThat(found.aliases())
                    .containsExactly(
                            new AliasTerm("champion", "1", NOON, false, moved),
                            new AliasTerm("champion", "2", moved, true, null));
            assertThat(audit.named(key.name())).contains(key);
            assertThat(AuditWords.line(found.aliases().getFirst()))
                    .isEqualTo("champion  v1  before 2026-11-24T12:00:00Z  until 2026-11-24T12:01:00Z");
        }
    }

    private static FleetSnapshot live(FleetSnapshot of, Instant at, Map<String, String> aliases) {
        var models = new ArrayList<>(of.roster().models());
        var it = models.getFirst();
        models.set(
                0,
                new ModelFacts(
                        it.key(),
                        it.owner(),
                        it.useCase(),
                        it.registryName(),
                        it.registrySource(),
                        aliases,
                        it.version(),
                        it.candidate(),
                        it.candidateWeight(),
                        it.placements(),
                        it.rollout(),
                        it.pods(),
                        it.resources(),
                        it.pausedBy(),
                        it.objectives(),
                        it.findings()));
        return new FleetSnapshot(
                at,
                Origin.LIVE,
                of.environments(),
                new Roster(models),
                of.figures(),
                of.standings(),
                of.alerts(),
                of.alertedRows(),
                of.sources(),
                of.unmatched());
    }
}
