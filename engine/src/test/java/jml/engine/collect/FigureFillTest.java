package jml.engine.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Objectives;
import jml.core.fleet.Origin;
import jml.core.fleet.Presence;
import jml.core.fleet.StandingRules;
import jml.core.fleet.identity.IdentityRules;
import jml.core.fleet.identity.Observed;
import jml.core.fleet.identity.SeriesSeen;
import jml.core.metric.LabelSet;
import jml.core.metric.MetricPreset;
import jml.core.metric.Sli;
import jml.core.metric.Vector;
import jml.core.model.Environment;
import jml.engine.metric.MetricReading;
import jml.engine.metric.PlannedQuery;
import jml.engine.metric.PlannedQuery.Purpose;
import org.junit.jupiter.api.Test;

class FigureFillTest {
    private static final Instant AT = Instant.parse("2026-11-11T12:00:00Z");
    private static final LabelSet MODEL = LabelSet.of(Map.of("model", "recs"));
    private static final MetricPreset FIRST = preset("first");
    private static final MetricPreset SECOND = preset("second");
    private static final Subjects SUBJECTS = subjects();

    private final FigureFill fill = new FigureFill(AT, SUBJECTS);

    @Test
    void theSampleCountIsOfTheRuntimeThatGaveTheValue() {
        fill.add(
                "lab",
                reading(
                        answered(FIRST, Purpose.VALUE, 0.99),
                        answered(FIRST, Purpose.SAMPLES, 16_000),
                        answered(SECOND, Purpose.VALUE, 0.5),
                        answered(SECOND, Purpose.SAMPLES, 41)));

        var figures = fill.builder().build();
        assertThat(figures.value(0, Sli.SUCCESS)).isEqualTo(0.99);
        assertThat(figures.samples(0, Sli.SUCCESS)).isEqualTo(16_000);
    }

    @Test
    void aLaterRuntimeFillsWhatTheFirstCouldNotTell() {
        fill.add("lab", reading(answered(FIRST, Purpose.VALUE, Double.NaN), answered(SECOND, Purpose.VALUE, 0.5)));

        assertThat(fill.builder().build().value(0, Sli.SUCCESS)).isEqualTo(0.5);
    }

    @Test
    void nobodyAskedIsNotNoData() {
        fill.add("lab", reading(answered(FIRST, Purpose.VALUE, Double.NaN)));
        fill.markMissing(FleetSnapshot.empty(AT, Origin.LIVE), allRows());

        assertThat(fill.builder().build().presence(0, Sli.SUCCESS)).isEqualTo(Presence.NO_TRAFFIC);
    }

    @Test
    void aModelWithoutAnySeriesHasNoData() {
        fill.markMissing(FleetSnapshot.empty(AT, Origin.LIVE), allRows());

        var figures = fill.builder().build();
        assertThat(figures.presence(0, Sli.SUCCESS)).isEqualTo(Presence.NO_DATA);
        assertThat(figures.presence(0, Sli.DRIFT)).isEqualTo(Presence.NOT_MEASURED);
    }

    @Test
    void anAgeCountsFromTheInstantOfTheQuery() {
        fill.add("lab", reading(answered(FIRST, Purpose.VALUE, 1)));

        assertThat(fill.builder().build().ageSeconds(0, Sli.SUCCESS)).isEqualTo(10);
    }

    @Test
    void aP95ThatIsTheLargestThereIsLiesBeyondItsHistogram() {
        fill.add("lab", reading(latency(Purpose.VALUE, 10), latency(Purpose.LARGEST, 10)));

        assertThat(fill.builder().build().presence(0, Sli.LATENCY_P95)).isEqualTo(Presence.OVER_RANGE);
        assertThat(fill.builder().build().value(0, Sli.LATENCY_P95)).isEqualTo(10);
    }

    @Test
    void aP95WithinItsHistogramIsMeasured() {
        fill.add("lab", reading(latency(Purpose.VALUE, 9.99), latency(Purpose.LARGEST, 10)));

        assertThat(fill.builder().build().presence(0, Sli.LATENCY_P95)).isEqualTo(Presence.MEASURED);
    }

    @Test
    void whatIsCarriedKeepsHowItWasMeasured() {
        fill.add("lab", reading(latency(Purpose.VALUE, 10), latency(Purpose.LARGEST, 10)));
        var roster = SUBJECTS.shown();
        var figures = fill.builder().build();
        var none = FleetSnapshot.empty(AT, Origin.LIVE);
        var standings = StandingRules.stand(AT, roster, figures, List.of(), new int[0], List.of(), none);
        var before = new FleetSnapshot(
                AT, Origin.LIVE, List.of(), roster, figures, standings, List.of(), new int[0], List.of(), List.of());
        var next = new FigureFill(AT.plusSeconds(30), SUBJECTS);

        next.carry(before, allRows());

        assertThat(next.builder().build().presence(0, Sli.LATENCY_P95)).isEqualTo(Presence.OVER_RANGE);
    }

    private static MetricReading.Answered latency(Purpose purpose, double value) {
        var query = new PlannedQuery(FIRST, purpose, Sli.LATENCY_P95, null, false, Duration.ofMinutes(5), "q");
        return new MetricReading.Answered(query, new Vector(List.of(MODEL), new double[] {value}, List.of()));
    }

    private static BitSet allRows() {
        var rows = new BitSet();
        rows.set(0);
        return rows;
    }

    private static MetricReading reading(MetricReading.Answered... answers) {
        return new MetricReading(AT.minusSeconds(10), List.of(FIRST, SECOND), List.of(answers), List.of(), List.of());
    }

    private static MetricReading.Answered answered(MetricPreset preset, Purpose purpose, double value) {
        var query = new PlannedQuery(preset, purpose, Sli.SUCCESS, null, false, Duration.ofMinutes(5), "q");
        return new MetricReading.Answered(query, new Vector(List.of(MODEL), new double[] {value}, List.of()));
    }

    private static MetricPreset preset(String id) {
        var labels = new MetricPreset.Labels(List.of(), List.of("model"), List.of());
        return new MetricPreset(id, id, List.of(id), labels, Map.of(), Map.of(), Map.of(), null, Map.of());
    }

    private static Subjects subjects() {
        var lab = new Environment("lab", Environment.Stage.STAGING, false);
        var series = List.of(new SeriesSeen("lab", FIRST, MODEL), new SeriesSeen("lab", SECOND, MODEL));
        var identified = IdentityRules.defaults()
                .identify(new Observed(List.of(lab), List.of(), List.of(), series), Objectives.defaults(), null);
        return new Subjects(identified, identified.roster());
    }
}
