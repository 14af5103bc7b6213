package jml.engine.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jml.core.fleet.Figures;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Objectives;
import jml.core.fleet.Origin;
import jml.core.fleet.Presence;
import jml.core.fleet.identity.IdentityRules;
import jml.core.fleet.identity.Observed;
import jml.core.fleet.identity.SeriesSeen;
import jml.core.metric.Count;
import jml.core.metric.LabelSet;
import jml.core.metric.MetricPreset;
import jml.core.metric.Sli;
import jml.core.metric.Vector;
import jml.core.model.Environment;
import jml.core.registry.RegisteredModel;
import jml.core.release.PodCounts;
import jml.core.release.Workload;
import jml.engine.metric.MetricReading;
import jml.engine.metric.MetricReading.Answered;
import jml.engine.metric.PlannedQuery;
import jml.engine.metric.PlannedQuery.Purpose;
import org.junit.jupiter.api.Test;

/// Two models, addons and size, on one server that another runtime measures as a whole.
class SharedServerTest {
    private static final Instant AT = Instant.parse("2026-11-11T12:00:00Z");
    private static final MetricPreset OWN = preset("own", "model");
    private static final MetricPreset MESH = preset("mesh", "destination_workload");
    private static final LabelSet SERVER =
            LabelSet.of(Map.of("namespace", "ml", "destination_workload", "shop-models"));
    private static final int ADDONS = 0;
    private static final int SIZE = 1;

    private final Subjects subjects = subjects();

    @Test
    void costIsSplitByTrafficAndUtilisationIsTheServers() {
        var figures = figures(
                answered(MESH, Sli.COST, SERVER, 8),
                answered(MESH, Sli.UTILISATION, SERVER, 0.6),
                answered(OWN, Sli.TRAFFIC, model("addons"), 30),
                answered(OWN, Sli.TRAFFIC, model("size"), 10));

        assertThat(figures.value(ADDONS, Sli.COST)).isEqualTo(6);
        assertThat(figures.value(SIZE, Sli.COST)).isEqualTo(2);
        assertThat(figures.value(SIZE, Sli.UTILISATION)).isEqualTo(0.6);
        assertThat(figures.presence(SIZE, Sli.COST)).isEqualTo(Presence.SHARED);
        assertThat(figures.presence(SIZE, Sli.UTILISATION)).isEqualTo(Presence.SHARED);
    }

    @Test
    void withoutTrafficCostIsSplitEqually() {
        var figures = figures(answered(MESH, Sli.COST, SERVER, 8), answered(OWN, Sli.TRAFFIC, model("addons"), 30));

        assertThat(figures.value(ADDONS, Sli.COST)).isEqualTo(4);
        assertThat(figures.value(SIZE, Sli.COST)).isEqualTo(4);
    }

    @Test
    void whatAModelSaysOfItselfStands() {
        var figures = figures(answered(MESH, Sli.COST, SERVER, 8), answered(OWN, Sli.COST, model("addons"), 7));

        assertThat(figures.value(ADDONS, Sli.COST)).isEqualTo(7);
        assertThat(figures.presence(ADDONS, Sli.COST)).isEqualTo(Presence.MEASURED);
    }

    @Test
    void theLatencyOfAServerIsNobodys() {
        var figures = figures(answered(MESH, Sli.LATENCY_P95, SERVER, 0.2));

        assertThat(figures.presence(ADDONS, Sli.LATENCY_P95)).isEqualTo(Presence.NO_DATA);
    }

    @Test
    void aServerThatIsMeasuredProvesNoModelAlive() {
        var figures = figures(answered(MESH, Sli.UTILISATION, SERVER, 0.6));

        assertThat(figures.presence(ADDONS, Sli.TRAFFIC)).isEqualTo(Presence.NO_DATA);
    }

    @Test
    void countedSpendIsSplitLikeCost() {
        var counts = MinuteCounts.of(
                "lab",
                new MetricReading.Minute(
                        AT,
                        List.of(
                                counted(MESH, Count.COST_MICROS, SERVER, 800),
                                counted(OWN, Count.REQUESTS, model("addons"), 30),
                                counted(OWN, Count.REQUESTS, model("size"), 10)),
                        false),
                subjects);

        assertThat(counts.of(ADDONS)[Count.COST_MICROS.ordinal()]).isEqualTo(600);
        assertThat(counts.of(SIZE)[Count.COST_MICROS.ordinal()]).isEqualTo(200);
    }

    private Figures figures(Answered... answers) {
        var fill = new FigureFill(AT, subjects);
        fill.add("lab", new MetricReading(AT, List.of(OWN, MESH), List.of(answers), List.of(), List.of()));
        var rows = new BitSet();
        rows.set(ADDONS, SIZE + 1);
        fill.markMissing(FleetSnapshot.empty(AT, Origin.LIVE), rows);
        fill.share();
        return fill.builder().build();
    }

    private static Answered answered(MetricPreset preset, Sli sli, LabelSet labels, double value) {
        return answer(
                new PlannedQuery(preset, Purpose.VALUE, sli, null, false, Duration.ofMinutes(5), "q"), labels, value);
    }

    private static Answered counted(MetricPreset preset, Count count, LabelSet labels, double value) {
        return answer(
                new PlannedQuery(preset, Purpose.INCREASE, null, count, true, Duration.ofMinutes(1), "q"),
                labels,
                value);
    }

    private static Answered answer(PlannedQuery query, LabelSet labels, double value) {
        return new Answered(query, new Vector(List.of(labels), new double[] {value}, List.of()));
    }

    private static LabelSet model(String name) {
        return LabelSet.of(Map.of("namespace", "ml", "model", name));
    }

    private static MetricPreset preset(String id, String label) {
        var labels = new MetricPreset.Labels(List.of("namespace"), List.of(label), List.of());
        return new MetricPreset(id, id, List.of(id), labels, Map.of(), Map.of(), Map.of(), null, Map.of());
    }

    private static Subjects subjects() {
        var lab = new Environment("lab", Environment.Stage.STAGING, false);
        var models = List.of("addons", "size").stream()
                .map(it -> new RegisteredModel(it, "", Map.of("jml.workload", "shop-models"), Map.of(), List.of()))
                .toList();
        var series = new ArrayList<SeriesSeen>();
        series.add(new SeriesSeen("lab", MESH, SERVER));
        List.of("addons", "size").forEach(it -> series.add(new SeriesSeen("lab", OWN, model(it))));
        var identified = IdentityRules.defaults()
                .identify(
                        new Observed(
                                List.of(lab),
                                List.of(new Observed.Registry("mlflow", Set.of("lab"), models)),
                                List.of(server()),
                                series),
                        Objectives.defaults(),
                        null);
        return new Subjects(identified, identified.roster());
    }

    private static Workload server() {
        var revision = new Workload.Revision("h1", 1, Workload.Role.STABLE, "shop:1", "", "", 2, 2, Double.NaN, AT);
        return new Workload(
                "eu",
                "lab",
                Workload.Kind.DEPLOYMENT,
                "ml",
                "shop-models",
                "ml/shop-models",
                Map.of(),
                Map.of(),
                List.of(revision),
                new PodCounts(2, 2, 2, 0, List.of()),
                new Workload.Resources(2, 2_000, 0),
                null,
                false);
    }
}
