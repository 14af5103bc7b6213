package jml.views.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import jml.core.fleet.ModelState;
import jml.views.kit.screen.FxWork;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Navigation;
import jml.views.sample.FakeTimeline;
import jml.views.sample.SampleFleets;
import org.junit.jupiter.api.Test;

class OnCallViewModelTest {
    private final FakeTimeline timeline = new FakeTimeline(SampleFleets.eight().moment());
    private final Navigation navigation = new Navigation(Link.START);
    private final OnCallViewModel model =
            new OnCallViewModel(timeline, navigation, new FxWork(Runnable::run, Runnable::run));

    @Test
    void aRealFleetOpensOnItsWorstModel() {
        model.show();

        assertThat(navigation.here().selection()).isEqualTo("fraud-scorer");
    }

    @Test
    void aSimulatedFleetOpensOnTheWelcome() {
        timeline.publish(SampleFleets.simulated().moment());

        model.show();

        assertThat(navigation.here().selection()).isEmpty();
    }

    @Test
    void aCounterIsAFilterPressedTwiceItIsNone() {
        model.show();

        model.toggle(ModelState.ATTENTION);
        assertThat(navigation.here().states()).isEqualTo(Set.of(ModelState.ATTENTION));
        assertThat(rows()).isEqualTo(4);

        model.toggle(ModelState.ATTENTION);
        assertThat(navigation.here().states()).isEmpty();
    }

    @Test
    void aLinkOpensWithItsFilter() {
        navigation.adjust(link -> link.withFilter("recs"));

        model.show();

        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void aNewMomentIsShown() {
        model.show();

        timeline.publish(SampleFleets.twentyFour().moment());

        assertThat(rows()).isEqualTo(26);
    }

    @Test
    void anotherSelectionDoesNotMakeTheRowsAgain() {
        model.show();
        var before = model.contentProperty().get();

        model.select("churn");

        assertThat(model.contentProperty().get()).isSameAs(before);
    }

    @Test
    void hiddenScreensDoNotFollowTheFeed() {
        model.show().unsubscribe();
        var before = rows();

        timeline.publish(SampleFleets.twentyFour().moment());

        assertThat(rows()).isEqualTo(before);
        assertThat(timeline.listeners()).isZero();
    }

    private int rows() {
        var content = model.contentProperty().get();
        return content == null ? -1 : content.lines().size();
    }
}
