package jml.views.oncall.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Origin;
import jml.core.model.ModelKey;
import org.junit.jupiter.api.Test;

class PanelTimesTest {
    private static final Instant AT = Instant.parse("2027-01-01T00:36:00Z");
    private static final ModelKey MODEL = new ModelKey("prod", "m");

    @Test
    void aStepOfTheEveningBeforeIsToldByItsHourAndAnEarlierOneByItsDay() {
        var events = List.of(
                weight("Canary v2 raised to 5%", Duration.ofDays(2)),
                weight("Canary v2 raised from 5% to 25%", Duration.ofHours(2)));
        var times = new PanelTimes(MODEL, FleetSnapshot.empty(AT, Origin.LIVE), events, ZoneOffset.UTC);

        assertThat(times.reached().when("25%")).isEqualTo("22:36");
        assertThat(times.reached().when("5%")).isEqualTo("30 Dec 00:36");
        assertThat(times.reached().when("50%")).isEmpty();
    }

    private static FleetEvent weight(String text, Duration ago) {
        var at = AT.minus(ago);
        return new FleetEvent(text, FleetEvent.Kind.WEIGHT, at, at, MODEL, text, "cluster");
    }
}
