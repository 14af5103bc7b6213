package jml.views.oncall.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.Moment;
import jml.core.metric.Currency;
import jml.core.source.SourceException;
import jml.views.act.Acting;
import jml.views.kit.FigureText;
import jml.views.kit.chart.StepTrack;
import jml.views.kit.screen.FxWork;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Navigation;
import jml.views.oncall.runbook.ShippedRunbooks;
import jml.views.sample.FakeActionPath;
import jml.views.sample.FakeHistory;
import jml.views.sample.FakeTimeline;
import jml.views.sample.SampleEvents;
import jml.views.sample.SampleFleet;
import jml.views.sample.SampleFleets;
import org.junit.jupiter.api.Test;

class PanelViewModelTest {
    private final FakeTimeline timeline =
            SampleEvents.into(new FakeTimeline(SampleFleets.eight().moment()));
    private final FakeHistory history = new FakeHistory();
    private final Navigation navigation = new Navigation(Link.START.withSelection("fraud-scorer"));

    @Test
    void itSaysWhatIsWrongInOneSentence() {
        var content = shown();

        assertThat(content.word()).isEqualTo("Breaching");
        assertThat(content.headline()).contains("v17").contains("90.7%").contains("95%");
        assertThat(content.meta()).isEqualTo("Fraud · payments");
    }

    @Test
    void theDecidingFigureComesFirstWithItsArmWindowAndSampleSize() {
        assertThat(shown().figures().getFirst())
                .isEqualTo(new FigureText("90.70", "%", "fidelity v17\n30 min · n 18,420", FigureText.Look.BREACHING));
    }

    @Test
    void changesAreThisModelsNewestFirst() {
        assertThat(shown().changes()).extracting(PanelContent.Change::time).containsExactly("14:09", "13:45", "13:20");
    }

    @Test
    void theRolloutSaysWhereItStandsAndWhy() {
        var rollout = shown().rollout();

        assertThat(rollout).isNotNull();
        assertThat(rollout.way()).isEqualTo("v16 → v17");
        assertThat(rollout.stand()).isEqualTo("waits at 25% since 14:09: the analysis could not decide");
        assertThat(rollout.steps())
                .extracting(StepTrack.Step::stage)
                .containsExactly(
                        StepTrack.Stage.DONE,
                        StepTrack.Stage.DONE,
                        StepTrack.Stage.HELD,
                        StepTrack.Stage.AHEAD,
                        StepTrack.Stage.AHEAD);
    }

    @Test
    void anAlertFindsItsRunbook() {
        assertThat(shown().alerts())
                .extracting(it -> it.name() + " "
                        + (it.runbook() == null ? "-" : it.runbook().id()))
                .containsExactly("FidelityBurnFast model-regression", "CostOverBudget cost-runaway");
    }

    @Test
    void theChartHasBothArmsAndTheLine() {
        var model = model(new FxWork(Runnable::run, Runnable::run));
        model.show();

        assertThat(model.chartProperty().get()).isInstanceOfSatisfying(PanelViewModel.Chart.Drawn.class, drawn -> {
            assertThat(drawn.model().lines()).extracting(it -> it.name()).containsExactly("v16", "v17");
            assertThat(drawn.model().threshold()).isNotNull();
            assertThat(drawn.model().marks()).hasSize(4);
        });
    }

    @Test
    void aRefreshWithTheSameInstantAsksForNoSeriesAgain() {
        model(new FxWork(Runnable::run, Runnable::run)).show();
        var asked = history.asked;

        timeline.publish(SampleFleets.eight().moment());

        assertThat(history.asked).isEqualTo(asked);
    }

    @Test
    void aChartThatIsNoLongerWantedIsDropped() {
        var background = new ArrayDeque<Runnable>();
        var model = model(new FxWork(background::add, Runnable::run));
        model.show();
        background.remove().run();
        navigation.adjust(link -> link.withSelection("recs-homepage"));
        while (!background.isEmpty()) {
            background.remove().run();
        }

        assertThat(model.chartProperty().get())
                .isInstanceOfSatisfying(PanelViewModel.Chart.Drawn.class, drawn -> assertThat(
                                drawn.model().lines())
                        .extracting(it -> it.name())
                        .containsExactly("v112"));
    }

    @Test
    void aSourceThatFailsIsSaidInPlaceOfTheChart() {
        history.failure = new SourceException("Prometheus eu", SourceException.Kind.UNREACHABLE, "connect timed out");
        var model = model(new FxWork(Runnable::run, Runnable::run));
        model.show();

        assertThat(model.chartProperty().get())
                .isEqualTo(new PanelViewModel.Chart.Failed("Prometheus eu: connect timed out"));
        assertThat(model.contentProperty().get()).isNotNull();
    }

    @Test
    void inThePastItOffersWhatHappenedNext() {
        var earlier =
                new Moment(SampleFleets.eight().snapshot(), SampleFleets.eight().recent(), true);
        timeline.recorded(earlier)
                .publish(new Moment(
                        new SampleFleet(SampleFleet.NOON.plusSeconds(3600)).snapshot(), earlier.recent(), true));
        timeline.event(SampleEvents.of(FleetEvent.Kind.ROLLBACK, "14:41:00", "fraud-scorer", "Rolled back to v16"));
        timeline.show(SampleFleet.NOON);

        assertThat(shown().next())
                .isEqualTo(new PanelContent.Next("Rolled back to v16 at 14:41", Instant.parse("2026-11-11T14:41:00Z")));
    }

    @Test
    void aModelThatIsNotThereHasNoPanel() {
        navigation.adjust(link -> link.withSelection("gone"));
        var model = model(new FxWork(Runnable::run, Runnable::run));
        model.show();

        assertThat(model.contentProperty().get()).isNull();
    }

    private PanelContent shown() {
        var model = model(new FxWork(Runnable::run, Runnable::run));
        model.show();
        var content = model.contentProperty().get();
        assertThat(content).isNotNull();
        return content;
    }

    private PanelViewModel model(FxWork work) {
        return new PanelViewModel(
                new PanelPorts(
                        timeline,
                        history,
                        (_, _, _) -> Optional.empty(),
                        new Acting(new FakeActionPath(), "on-call", () -> List.of()),
                        new ShippedRunbooks(),
                        () -> new Currency("EUR")),
                navigation,
                work,
                Clock.fixed(SampleFleet.NOON, ZoneOffset.UTC));
    }
}
