package jml.core.fleet.identity;

import static jml.core.fleet.identity.Sketch.GENERIC;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnvironmentsTest {
    @Test
    void seriesOfAnotherEnvironmentAreAnotherRow() {
        var sketch = new Sketch()
                .environment("staging", jml.core.model.Environment.Stage.STAGING)
                .model("fraud", "jml.workload=x")
                .series("model=fraud")
                .seriesIn("staging", GENERIC, "model=fraud");
        var identified = sketch.identify();

        assertThat(identified.roster().models())
                .extracting(it -> it.key().environment() + " " + it.key().name())
                .containsExactly("prod fraud", "staging fraud");
    }

    @Test
    void aTagTiesAModelToProductionNotToEveryEnvironmentOfItsRegistry() {
        var identified = new Sketch()
                .environment("staging", jml.core.model.Environment.Stage.STAGING)
                .model("fraud", "jml.workload=x")
                .identify();

        assertThat(identified.roster().models())
                .extracting(it -> it.key().environment())
                .containsExactly("prod");
    }
}
