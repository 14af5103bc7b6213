package jml.views.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import jml.core.metric.Currency;
import jml.core.source.Connections;
import jml.core.source.SourceSettings;
import jml.views.kit.screen.FxWork;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Navigation;
import jml.views.kit.screen.ScreenId;
import jml.views.kit.screen.Surroundings;
import jml.views.kit.table.HiddenColumns;
import jml.views.sample.FakeConnections;
import jml.views.sample.FakeTimeline;
import jml.views.sample.SampleFleet;
import jml.views.sample.SampleFleets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionsViewModelTest {
    private final FakeConnections connections = FakeConnections.usual();
    private final Navigation navigation = new Navigation(Link.START.to(ScreenId.CONNECTIONS));
    private final List<String> said = new ArrayList<>();
    private final ConnectionsViewModel model = new ConnectionsViewModel(
            new FakeTimeline(SampleFleets.twentyFour().moment()),
            connections,
            new Surroundings(
                    navigation,
                    new FxWork(Runnable::run, Runnable::run),
                    Clock.fixed(SampleFleet.NOON, ZoneOffset.UTC),
                    () -> Currency.UNKNOWN,
                    said::add,
                    () -> {},
                    _ -> {},
                    new HiddenColumns()));

    @BeforeEach
    void show() {
        model.show();
    }

    @Test
    void sourcesStandByEnvironmentWithTheirModels() {
        var content = model.contentProperty().get();

        assertThat(content).isNotNull();
        assertThat(content.count()).isEqualTo(4);
        assertThat(SourcesTab.row(content.sources(), "Alertmanager eu")).hasValueSatisfying(row -> {
            assertThat(row.state().word()).isEqualTo("Stale 4 min");
            assertThat(row.models()).isEqualTo(1);
            assertThat(row.answer().text()).isEqualTo("6,200");
        });
        assertThat(content.lacks())
                .containsExactly(
                        new ConnectionsContent.Lack("On-call", "new alerts may be missing", "Alertmanager eu"));
    }

    @Test
    void aTestAsksWithTheDraftAndKeepsNothing() {
        connections.report = new Connections.Report(
                List.of(new Connections.Check("Answers", Connections.Outcome.WORKS, "38 ms")), "");
        model.select("MLflow");
        var draft = draft();
        draft.set(Field.TIMEOUT, "10 s");

        model.test(draft);

        assertThat(connections.tested)
                .extracting(it -> it.timeout().toSeconds())
                .containsExactly(10L);
        assertThat(connections.kept).extracting(it -> it.timeout().toSeconds()).doesNotContain(10L);
        assertThat(model.trialProperty().get()).isEqualTo(new ConnectionsViewModel.Trial.Done(connections.report));
    }

    @Test
    void aWrongDraftIsNeitherTestedNorSaved() {
        model.select("MLflow");
        draft().set(Field.ADDRESS, "mlflow");

        model.test(draft());
        model.save(draft());

        assertThat(connections.tested).isEmpty();
        assertThat(connections.kept).extracting(SourceSettings::name).hasSize(4);
    }

    @Test
    void aRenamedSourceReplacesTheOld() {
        model.select("MLflow");
        draft().set(Field.NAME, "MLflow eu");

        model.save(draft());

        assertThat(connections.kept)
                .extracting(SourceSettings::name)
                .contains("MLflow eu")
                .doesNotContain("MLflow");
        assertThat(navigation.here().selection()).isEqualTo("MLflow eu");
        assertThat(said).containsExactly("Saved MLflow eu.");
    }

    @Test
    void aNewSourceIsAddedByHand() {
        model.addByHand();
        draft().set(Field.NAME, "Second");
        draft().set(Field.ADDRESS, "http://second:9090");

        model.save(draft());

        assertThat(connections.kept).extracting(SourceSettings::name).contains("Second");
    }

    @Test
    void aDraftOutlivesALookAtAnotherSourceUntilCancelled() {
        model.select("MLflow");
        draft().set(Field.ADDRESS, "https://other.example");
        model.select("Prometheus eu");
        model.select("MLflow");
        assertThat(draft().get(Field.ADDRESS)).isEqualTo("https://other.example");

        model.cancel();
        model.select("MLflow");
        assertThat(draft().get(Field.ADDRESS)).isEqualTo("https://mlflow.example");
    }

    @Test
    void whatCannotBeSavedSaysWhyAndKeepsTheDraft() {
        connections.refusal = new IOException("profile is read-only");
        model.select("MLflow");
        draft().set(Field.TIMEOUT, "9 s");

        model.save(draft());

        assertThat(model.trialProperty().get())
                .isEqualTo(new ConnectionsViewModel.Trial.Failed("profile is read-only"));
        assertThat(draft().get(Field.TIMEOUT)).isEqualTo("9 s");
    }

    @Test
    void aRemovedSourceIsGone() {
        model.select("MLflow");

        model.remove(draft());

        assertThat(connections.kept).extracting(SourceSettings::name).doesNotContain("MLflow");
        assertThat(model.draft()).isEmpty();
    }

    private SourceDraft draft() {
        return model.draft().orElseThrow();
    }
}
