package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import jml.core.alert.Alert;
import jml.core.metric.Sli;
import org.junit.jupiter.api.Test;

class StandingSinceTest {
    private static final Instant AT = Scene.AT;

    @Test
    void aStateThatStaysKeepsItsBeginning() {
        var first = new Scene().measured(Sli.FIDELITY, 0.907, 18_420).snapshot();
        var later = new Scene().measured(Sli.SUCCESS, 0.9, 9000);
        later.at = AT.plusSeconds(600);

        assertThat(later.snapshot(first).standing(0).since()).isEqualTo(AT);
    }

    @Test
    void anotherStateBeginsNow() {
        var first = new Scene().measured(Sli.FIDELITY, 0.907, 18_420).snapshot();
        var later = new Scene();
        later.at = AT.plusSeconds(30);

        assertThat(later.snapshot(first).standing(0).since()).isEqualTo(AT.plusSeconds(30));
    }

    @Test
    void aPageTellsSinceWhen() {
        var scene = new Scene()
                .alert(Alert.Severity.PAGE, "Later", "", AT.minusSeconds(60))
                .alert(Alert.Severity.PAGE, "Burn", "", AT.minusSeconds(1260));

        assertThat(scene.snapshot().standing(0).since()).isEqualTo(AT.minusSeconds(1260));
    }

    @Test
    void aClockThatRunsAheadBeginsNothingInTheFuture() {
        var scene = new Scene().alert(Alert.Severity.PAGE, "Burn", "", AT.plusSeconds(60));

        assertThat(scene.snapshot().standing(0).since()).isEqualTo(AT);
    }
}
