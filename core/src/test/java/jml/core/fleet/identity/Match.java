package jml.core.fleet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import jml.core.fleet.Objectives;

/// What sources saw, and the rows that must come of it.
///
/// @param rows lines `name[! unregistered]: workloads[/hosted] <- series`
record Match(String fact, Sketch sketch, List<String> rows) {
    static Match that(String fact, Sketch sketch, String... rows) {
        return new Match(fact, sketch, List.of(rows));
    }

    void assertRows() {
        assertThat(Sketch.told(sketch.identify(), sketch.observed())).isEqualTo(rows);
    }

    void assertOrderChangesNothing() {
        var expected = sketch.identify();
        for (int seed = 0; seed < 20; seed++) {
            var identified = sketch.rules().identify(sketch.shuffled(new Random(seed)), Objectives.defaults(), null);

            assertThat(identified.roster().models()).isEqualTo(expected.roster().models());
            assertThat(identified.unmatched()).isEqualTo(expected.unmatched());
        }
    }

    @Override
    public String toString() {
        return fact;
    }
}
