package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import org.junit.jupiter.api.Test;

class RecentTest {
    private static final double STEP = Recent.TOP / 254;

    private static FleetSnapshot fleet(Instant at, String... names) {
        var models = new ArrayList<ModelFacts>();
        for (var name : names) {
            var scene = new Scene();
            scene.name = name;
            models.add(scene.facts());
        }
        var roster = new Roster(models);
        var figures = new Figures.Builder(roster.subjects());
        var standings = new ArrayList<Standing>();
        for (int row = 0; row < names.length; row++) {
            // The name's length is the latency, so that a row is known by its strain.
            figures.measured(row, Sli.LATENCY_P95, 0.1 * names[row].length());
            standings.add(new Standing(ModelState.HEALTHY, Standing.Cause.ALL_WELL, null, Arm.ALL, at));
        }
        return new FleetSnapshot(
                at,
                Origin.LIVE,
                List.of(),
                roster,
                figures.build(),
                standings,
                List.of(),
                new int[0],
                List.of(),
                List.of());
    }

    @Test
    void everyPointIsTheStrainOfItsInstant() {
        var recent = Recent.none(Scene.AT)
                .with(fleet(Scene.AT, "a", "bb"), Roster.EMPTY)
                .with(
                        fleet(Scene.AT.plusSeconds(30), "a", "bb"),
                        fleet(Scene.AT, "a", "bb").roster());

        assertThat(recent.length()).isEqualTo(2);
        assertThat(recent.last()).isEqualTo(Scene.AT.plusSeconds(30));
        assertThat(recent.strain(0, 1)).isCloseTo(0.5, within(STEP));
        assertThat(recent.strain(1, 0)).isCloseTo(1, within(STEP));
    }

    @Test
    void rowsKeepTheirPastWhenOthersComeAndGo() {
        var before = fleet(Scene.AT, "a", "bb", "ccc");
        var recent = Recent.none(Scene.AT)
                .with(before, Roster.EMPTY)
                .with(fleet(Scene.AT.plusSeconds(30), "bb", "ccc", "dddd"), before.roster());

        assertThat(recent.strain(0, 0)).isCloseTo(1, within(STEP));
        assertThat(recent.strain(1, 0)).isCloseTo(1.5, within(STEP));
        assertThat(recent.strain(2, 0)).isNaN();
        assertThat(recent.strain(2, 1)).isCloseTo(2, within(STEP));
    }

    @Test
    void theOldestPointIsForgotten() {
        var recent = Recent.none(Scene.AT);
        var roster = Roster.EMPTY;
        for (int i = 0; i < Recent.LENGTH + 5; i++) {
            var snapshot = fleet(Scene.AT.plusSeconds(i), i < 5 ? "aaaaaa" : "bb");
            recent = recent.with(snapshot, roster);
            roster = snapshot.roster();
        }

        assertThat(recent.length()).isEqualTo(Recent.LENGTH);
        assertThat(recent.strain(0, 0)).isCloseTo(1, within(STEP));
    }

    @Test
    void whatCannotBeJudgedIsAGap() {
        var few = new Scene()
                .measured(Sli.LATENCY_P95, 0.1, 3)
                .measured(Sli.SUCCESS, 0.9, 3)
                .measured(Sli.FIDELITY, 1, 3);
        var stale = new Scene().allAged(java.time.Duration.ofMinutes(7));

        assertThat(Strain.of(few.snapshot(), 0)).isNaN();
        assertThat(Strain.of(stale.snapshot(), 0)).isNaN();
    }

    @Test
    void theWorseArmCounts() {
        var scene = new Scene().releasing("17", 0.25).measured(Arm.CANARY, Sli.LATENCY_P95, 0.5, 100);

        assertThat(Strain.of(scene.snapshot(), 0)).isCloseTo(2.5, within(1e-9));
    }

    @Test
    void aPointHoldsStrainUpToTheTop() {
        assertThat(Recent.encode(Double.NaN)).isEqualTo(Recent.GAP);
        assertThat(Recent.encode(99)).isEqualTo(Recent.encode(Recent.TOP)).isNotEqualTo(Recent.GAP);
        assertThat(Recent.encode(-1)).isEqualTo((byte) 0);
    }
}
