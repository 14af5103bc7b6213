package jml.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jml.core.fleet.Figures;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.ModelState;
import jml.core.fleet.Origin;
import jml.core.fleet.Roster;
import jml.core.fleet.Standing;
import jml.core.fleet.Unmatched;
import jml.core.metric.Currency;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.core.release.PodCounts;
import jml.core.release.Workload;
import jml.core.source.SourceException;
import jml.core.source.SourceHealth;
import jml.core.source.SourceKind;
import org.junit.jupiter.api.Test;

class StatusTableTest {
    private static final Instant AT = Instant.parse("2026-11-24T14:32:00Z");
    private static final String HOSTILE = "bad\u001b[2J\nname\u202e\u0007";

    @Test
    void noCellSteersTheTerminalOrBreaksItsRow() {
        var text = new StatusTable(fleet(HOSTILE), Currency.UNKNOWN).text();

        assertThat(text).doesNotContain("\u001b", "\u202e", "\u0007").contains("bad [2J name");
        // Head, one row, the two empty lines between parts, one unmatched, one source.
        assertThat(text.lines()).hasSize(8);
    }

    @Test
    void aVeryLongNameIsCut() {
        var text = new StatusTable(fleet("x".repeat(10_000)), Currency.UNKNOWN).text();

        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(700));
    }

    @Test
    void whatNoRuleWouldMatchSaysNoMore() {
        assertThat(new StatusTable(fleet("m"), Currency.UNKNOWN).text()).contains("no model: m (m)\n");
    }

    private static FleetSnapshot fleet(String word) {
        var facts = new ModelFacts(
                new ModelKey(word, word),
                word,
                word,
                word,
                word,
                Map.of(),
                word,
                word,
                0.5,
                List.of(),
                null,
                new PodCounts(0, 0, 0, 0, List.of()),
                Workload.Resources.NONE,
                word,
                List.of(),
                List.of(word));
        var roster = new Roster(List.of(facts));
        var problem = new SourceHealth.Problem(SourceException.Kind.REFUSED, word, word, AT, 1);
        return new FleetSnapshot(
                AT,
                Origin.LIVE,
                List.of(),
                roster,
                new Figures.Builder(roster.subjects()).build(),
                List.of(new Standing(ModelState.HEALTHY, Standing.Cause.ALL_WELL, null, Arm.ALL, AT)),
                List.of(),
                new int[0],
                List.of(new SourceHealth(
                        word,
                        word,
                        SourceKind.METRICS,
                        SourceHealth.State.DEAD,
                        Duration.ofSeconds(15),
                        null,
                        null,
                        problem,
                        List.of())),
                List.of(new Unmatched(Unmatched.Kind.SERIES, word, word, word, "")));
    }
}
