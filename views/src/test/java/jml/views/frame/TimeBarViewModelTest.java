package jml.views.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jml.core.metric.Currency;
import jml.views.act.Acting;
import jml.views.kit.icon.Mark;
import jml.views.kit.screen.FxWork;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Navigation;
import jml.views.oncall.runbook.RememberedTicks;
import jml.views.oncall.runbook.ShippedRunbooks;
import jml.views.sample.FakeActionPath;
import jml.views.sample.FakeApprovals;
import jml.views.sample.FakeAudit;
import jml.views.sample.FakeComparisons;
import jml.views.sample.FakeConnections;
import jml.views.sample.FakeHistory;
import jml.views.sample.FakeTimeline;
import jml.views.sample.SampleEvents;
import jml.views.sample.SampleFleet;
import jml.views.sample.SampleFleets;
import org.junit.jupiter.api.Test;

class TimeBarViewModelTest {
    private final FakeTimeline timeline =
            SampleEvents.into(new FakeTimeline(SampleFleets.eight().moment()));
    private final Navigation navigation = new Navigation(Link.START.withSelection("fraud-scorer"));
    private final Ports ports = new Ports(
            timeline,
            new FakeHistory(),
            (_, _, _) -> Optional.empty(),
            new Acting(new FakeActionPath(), "on-call", () -> List.of()),
            new FakeApprovals(),
            FakeAudit::new,
            FakeComparisons::new,
            FakeConnections::usual,
            new ShippedRunbooks(),
            new RememberedTicks(),
            _ -> {},
            () -> "",
            new FxWork(Runnable::run, Runnable::run),
            Clock.fixed(SampleFleet.NOON, ZoneOffset.UTC),
            () -> Currency.UNKNOWN);
    private final TimeBarViewModel model = new TimeBarViewModel(ports, navigation);

    @Test
    void liveTheWindowEndsNow() {
        var content = shown();

        assertThat(content.past()).isFalse();
        assertThat(content.cursor()).isEqualTo(SampleFleet.NOON);
        assertThat(content.from()).isBetween(at("08:35:00"), at("08:37:00"));
        assertThat(Duration.between(content.from(), content.to())).isEqualTo(Duration.ofHours(6));
    }

    @Test
    void theSelectedModelsMarksAreHighlighted() {
        assertThat(shown().marks().stream()
                        .filter(it -> it.mark() == Mark.CHANGE && it.mine())
                        .map(TimeBarContent.Event::at))
                .containsExactly(at("13:20:00"), at("13:45:00"), at("14:09:00"));
    }

    @Test
    void anAlertHasTheTimeItFired() {
        assertThat(shown().marks())
                .contains(new TimeBarContent.Event(
                        Mark.PAGE, at("11:46:00"), at("11:57:00"), false, false, "SuccessLow fires"))
                .anySatisfy(it -> {
                    assertThat(it.text()).isEqualTo("FidelityBurnFast");
                    assertThat(it.firing()).isTrue();
                });
    }

    @Test
    void theFirstStepIntoThePastCanBeUndoneTheDragIsOneStep() {
        model.show();

        model.scrub(at("13:00:00"));
        model.scrub(at("12:00:00"));
        assertThat(navigation.here().at()).isEqualTo(at("12:00:00"));

        navigation.back();
        assertThat(navigation.here().at()).isNull();
    }

    @Test
    void draggedToNowItIsLiveAgain() {
        model.show();
        model.scrub(at("13:00:00"));

        model.scrub(SampleFleet.NOON.plusSeconds(1));

        assertThat(navigation.here().at()).isNull();
    }

    @Test
    void theAxisStandsStillUnderTheHandThatDrags() {
        model.show();
        model.grab();
        var from = shown().from();

        model.scrub(at("08:40:00"));
        assertThat(shown().from()).isEqualTo(from);
    }

    @Test
    void anInstantBeforeTheWindowIsPutInItsMiddle() {
        navigation.adjust(link -> link.withAt(at("02:00:00")));

        assertThat(shown().from()).isEqualTo(at("02:00:00").minus(Duration.ofHours(3)));
    }

    private TimeBarContent shown() {
        model.show();
        var content = model.contentProperty().get();
        assertThat(content).isNotNull();
        return content;
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-11T" + time + "Z");
    }
}
