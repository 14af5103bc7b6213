package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jml.core.metric.Count;
import jml.core.metric.Sli;

/// Compares snapshots by everything a screen can ask of them.
public final class SnapshotAssert {
    private SnapshotAssert() {}

    public static void assertSame(FleetSnapshot actual, FleetSnapshot expected) {
        assertThat(actual.at()).isEqualTo(expected.at());
        assertThat(actual.origin()).isEqualTo(expected.origin());
        assertThat(actual.environments()).isEqualTo(expected.environments());
        assertThat(actual.roster().models()).isEqualTo(expected.roster().models());
        assertThat(actual.standings()).isEqualTo(expected.standings());
        assertThat(actual.alerts()).isEqualTo(expected.alerts());
        assertThat(actual.alertedRows()).isEqualTo(expected.alertedRows());
        assertThat(actual.sources()).isEqualTo(expected.sources());
        assertThat(actual.unmatched()).isEqualTo(expected.unmatched());
        // The sentence of a difference costs more than the comparison.
        if (!actual.figures().equals(expected.figures())) {
            assertThat(figures(actual)).isEqualTo(figures(expected));
            assertThat(actual.figures()).isEqualTo(expected.figures());
        }
    }

    private static List<String> figures(FleetSnapshot snapshot) {
        var lines = new ArrayList<String>();
        for (int subject = 0; subject < snapshot.figures().subjects(); subject++) {
            for (var sli : Sli.values()) {
                lines.add(subject + " " + sli.id() + " "
                        + snapshot.figures().presence(subject, sli) + " "
                        + snapshot.figures().value(subject, sli) + " "
                        + snapshot.figures().samples(subject, sli) + " "
                        + snapshot.figures().ageSeconds(subject, sli));
            }
            for (var count : Count.values()) {
                lines.add(subject + " " + count.id() + " " + snapshot.figures().count(subject, count));
            }
        }
        return lines;
    }
}
