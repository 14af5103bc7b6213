package jml.engine.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jml.core.fleet.Figures;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Objectives;
import jml.core.fleet.Origin;
import jml.core.fleet.Roster;
import jml.core.fleet.StandingRules;
import jml.core.fleet.identity.IdentityRules;
import jml.core.fleet.identity.Observed;
import jml.core.fleet.identity.SeriesSeen;
import jml.core.metric.LabelSet;
import jml.core.metric.MetricPreset;
import jml.core.model.Environment;
import jml.core.registry.ModelVersion;
import jml.core.registry.RegisteredModel;
import jml.engine.source.Answer;
import org.junit.jupiter.api.Test;

class RegistryWatchTest {
    private static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");
    private static final Environment LAB = new Environment("lab", Environment.Stage.STAGING, false);
    private static final Roster ROSTER = roster();

    private final RegistryWatch unrecorded = new RegistryWatch(FleetSnapshot.empty(NOON, Origin.LIVE));

    @Test
    void nothingIsNewsAtFirstContact() {
        assertThat(tell(unrecorded, answer("17", "16"))).isEmpty();
    }

    @Test
    void anAnswerIsComparedOnceWithTheOneBefore() {
        tell(unrecorded, answer("16"));
        var next = answer("17", "16");

        assertThat(tell(unrecorded, next)).containsExactly("v17 was registered.");
        assertThat(tell(unrecorded, next)).isEmpty();
    }

    @Test
    void aRegistryThatFailsMeanwhileDeletedNothing() {
        tell(unrecorded, answer("17", "16"));

        assertThat(unrecorded.tell(NOON, List.of(reading(List.of())), ROSTER)).isEmpty();
        assertThat(tell(unrecorded, answer("17"))).containsExactly("v16 was deleted.");
    }

    @Test
    void afterARestartTheVersionsSinceTheRecordEndedAreTold() {
        var restarted = new RegistryWatch(recorded(NOON.plusSeconds(16)));

        assertThat(tell(restarted, answer("17", "16"))).containsExactly("v17 was registered.");
    }

    private static List<String> tell(RegistryWatch watch, Answer<List<RegisteredModel>> answer) {
        var registered = new EnvironmentReading.Registered("mlflow", answer);
        return watch.tell(NOON.plusSeconds(60), List.of(reading(List.of(registered))), ROSTER).stream()
                .map(FleetEvent::text)
                .toList();
    }

    private static EnvironmentReading reading(List<EnvironmentReading.Registered> registries) {
        return new EnvironmentReading(LAB, registries, List.of(), List.of(), List.of(), false, false);
    }

    /// Version n was made n seconds after noon.
    private static Answer<List<RegisteredModel>> answer(String... versions) {
        var made = Arrays.stream(versions)
                .map(it -> new ModelVersion(
                        it, NOON.plusSeconds(Long.parseLong(it)), ModelVersion.Status.READY, "", "", "", Map.of()))
                .toList();
        return new Answer<>(List.of(new RegisteredModel("recs", "", Map.of(), Map.of(), made)), NOON, List.of());
    }

    private static FleetSnapshot recorded(Instant at) {
        var figures = new Figures.Builder(ROSTER.subjects()).build();
        var none = FleetSnapshot.empty(at, Origin.LIVE);
        var standings = StandingRules.stand(at, ROSTER, figures, List.of(), new int[0], List.of(), none);
        return new FleetSnapshot(
                at, Origin.LIVE, List.of(LAB), ROSTER, figures, standings, List.of(), new int[0], List.of(), List.of());
    }

    private static Roster roster() {
        var labels = new MetricPreset.Labels(List.of(), List.of("model"), List.of());
        var preset = new MetricPreset("p", "p", List.of("p"), labels, Map.of(), Map.of(), Map.of(), null, Map.of());
        var series = new SeriesSeen("lab", preset, LabelSet.of(Map.of("model", "recs")));
        var registry =
                new Observed.Registry("mlflow", Set.of("lab"), answer("16").value());
        return IdentityRules.defaults()
                .identify(
                        new Observed(List.of(LAB), List.of(registry), List.of(), List.of(series)),
                        Objectives.defaults(),
                        null)
                .roster();
    }
}
