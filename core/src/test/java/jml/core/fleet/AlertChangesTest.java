package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import jml.core.alert.Alert;
import jml.core.fleet.FleetEvent.Kind;
import jml.core.metric.Currency;
import jml.core.model.ModelKey;
import org.junit.jupiter.api.Test;

class AlertChangesTest {
    private static final Instant BEFORE = Scene.AT;
    private static final Instant AFTER = Scene.AT.plusSeconds(30);

    @Test
    void alertsBeginWhenTheirSourceSaysAndEndWhenTheyAreGone() {
        var started = BEFORE.minusSeconds(1260);
        var quiet = new Scene().snapshot();
        var firing = new Scene().alert(Alert.Severity.PAGE, "Burn", "Budget burns", started);
        firing.at = AFTER;

        var begun = FleetEvents.between(quiet, firing.snapshot(), Currency.UNKNOWN);
        var over = new Scene();
        over.at = AFTER.plusSeconds(30);
        var ended = FleetEvents.between(firing.snapshot(), over.snapshot(), Currency.UNKNOWN);

        assertThat(begun)
                .filteredOn(it -> it.kind() == Kind.PAGE_STARTED)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.at()).isEqualTo(started);
                    assertThat(it.knownAt()).isEqualTo(AFTER);
                    assertThat(it.text()).isEqualTo("Page: Budget burns");
                    assertThat(it.model()).isEqualTo(new ModelKey("prod", "fraud-scorer"));
                    assertThat(it.source()).isEqualTo("alertmanager");
                });
        assertThat(ended)
                .filteredOn(it -> it.kind() == Kind.PAGE_ENDED)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.at()).isEqualTo(AFTER.plusSeconds(30));
                    assertThat(it.correlation()).isEqualTo("f-Burn");
                });
        assertThat(begun)
                .filteredOn(it -> it.kind() == Kind.PAGE_STARTED)
                .extracting(FleetEvent::correlation)
                .containsExactly("f-Burn");
    }

    @Test
    void anAlertThatBeganAgainEndedInBetween() {
        var first = new Scene()
                .alert(Alert.Severity.TICKET, "Cost", "", BEFORE.minusSeconds(600))
                .snapshot();
        var again = new Scene().alert(Alert.Severity.TICKET, "Cost", "", BEFORE.plusSeconds(10));
        again.at = AFTER;

        assertThat(FleetEvents.between(first, again.snapshot(), Currency.UNKNOWN))
                .extracting(FleetEvent::kind)
                .containsExactly(Kind.TICKET_STARTED, Kind.TICKET_ENDED);
    }
}
