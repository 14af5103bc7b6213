package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jml.core.metric.Objective;
import jml.core.metric.Sli;
import org.junit.jupiter.api.Test;

class StrainTest {
    @Test
    void anUpperLineIsUsedInProportion() {
        assertThat(Strain.use(Objective.atMost(Sli.LATENCY_P95, 0.2, 0), 0.15)).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void aLowerLineOnARatioIsUsedByWhatIsMissing() {
        assertThat(Strain.use(Objective.atLeast(Sli.FIDELITY, 0.97, 0), 0.907)).isCloseTo(3.1, within(1e-9));
    }

    @Test
    void whatIsNotMeasuredHasNoStrain() {
        assertThat(Strain.use(Objective.atLeast(Sli.FIDELITY, 0.97, 0), Double.NaN))
                .isNaN();
    }

    @Test
    void aLineThatAllowsNothingHasNoStrain() {
        assertThat(Strain.use(Objective.atLeast(Sli.SUCCESS, 1, 0), 0.5)).isNaN();
    }
}
