package jml.views.oncall.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import jml.core.act.Offer;
import jml.core.act.ReleaseWords;
import jml.core.fleet.Timeline;
import jml.core.judge.Ruling;
import jml.core.model.ModelKey;
import jml.core.source.SourceException;
import jml.views.kit.chart.ChartModel;
import jml.views.kit.chart.Points;
import jml.views.kit.screen.FxWork;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Navigation;
import jml.views.kit.screen.ScreenId;
import jml.views.kit.screen.ShownEnvironment;
import org.jspecify.annotations.Nullable;

/// State of the panel beside the table: the selected model in words, and its chart. Belongs to the FX thread; needs no
/// toolkit. Words and series are made in the background; a chart that is no longer wanted is dropped.
public final class PanelViewModel {
    /// What the chart shows.
    sealed interface Chart {
        record Loading(String what) implements Chart {}

        record Drawn(ChartModel model, Points utilisation) implements Chart {}

        record Failed(String why) implements Chart {}
    }

    private final PanelPorts ports;
    private final Timeline timeline;
    private final Navigation navigation;
    private final FxWork work;
    private final PanelContents contents;
    private final ZoneId zone;
    private final PanelCharts charts;
    private final Runnable refresh;
    private final ReadOnlyObjectWrapper<@Nullable PanelContent> content = new ReadOnlyObjectWrapper<>(this, "content");
    private final ReadOnlyObjectWrapper<Chart> chart =
            new ReadOnlyObjectWrapper<>(this, "chart", new Chart.Loading("the series"));
    private @Nullable ChartRequest charted;
    private Subscription loading = () -> {};
    private volatile Link asked;

    public PanelViewModel(PanelPorts ports, Navigation navigation, FxWork work, Clock clock) {
        this.ports = ports;
        this.timeline = ports.timeline();
        this.navigation = navigation;
        this.work = work;
        this.contents = new PanelContents(ports.runbooks(), clock.getZone(), ports.currency());
        this.zone = clock.getZone();
        this.charts = new PanelCharts(ports.history());
        this.asked = navigation.here();
        this.refresh = work.prepared(this::prepare, this::take);
    }

    /// Null when no model is selected, or the selected one is not in the fleet at this instant.
    ReadOnlyObjectProperty<@Nullable PanelContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Chart> chartProperty() {
        return chart.getReadOnlyProperty();
    }

    /// Follows selection and fleet until unsubscribed.
    Subscription show() {
        var pin = timeline.onChange(refresh);
        var place = navigation.hereProperty().subscribe((_, _) -> ask());
        ask();
        return () -> {
            pin.close();
            place.unsubscribe();
            loading.unsubscribe();
            charted = null;
        };
    }

    /// Asks for the chart again after it failed.
    void retry() {
        charted = null;
        var shown = content.get();
        if (shown != null) {
            load(shown.chart());
        }
    }

    void toSources() {
        navigation.go(navigation.here().to(ScreenId.CONNECTIONS));
    }

    /// What may be done about the silence of an alert of the shown model, as it is now.
    List<Offer> silences(String fingerprint) {
        var shown = content.get();
        var moment = timeline.current();
        var row =
                shown == null ? OptionalInt.empty() : moment.snapshot().roster().row(shown.key());
        if (shown == null || row.isEmpty()) {
            return List.of();
        }
        return moment.snapshot().alertsOf(row.getAsInt()).stream()
                .filter(it -> it.fingerprint().equals(fingerprint))
                .flatMap(it -> ports.acting().silences(moment, shown.key(), it).stream())
                .toList();
    }

    void jump(Instant at) {
        navigation.adjust(link -> link.withAt(at));
    }

    private void ask() {
        asked = navigation.here();
        refresh.run();
    }

    private Optional<PanelContent> prepare() {
        var link = asked;
        if (link.selection().isEmpty()) {
            return Optional.empty();
        }
        var moment = timeline.current();
        var snapshot = moment.snapshot();
        var environment =
                ShownEnvironment.of(snapshot, link).map(it -> it.name()).orElse(link.environment());
        var row = snapshot.roster().row(new ModelKey(environment, link.selection()));
        if (row.isEmpty()) {
            return Optional.empty();
        }
        var live = timeline.live().snapshot().at();
        var until = live.isAfter(snapshot.at()) ? live : snapshot.at();
        var events = timeline.events(snapshot.at().minus(PanelTimes.before()), until.plusMillis(1));
        var facts = snapshot.model(row.getAsInt());
        var ruling = facts.releasing()
                ? ports.rulings().at(facts.key(), facts.candidate(), snapshot.at())
                : Optional.<Ruling>empty();
        var offers = new ArrayList<>(ports.acting().offers(moment, facts.key(), ruling));
        offers.addAll(ports.acting().aliases(moment, facts.key()));
        return Optional.of(contents.of(
                moment,
                row.getAsInt(),
                events,
                new PanelContent.Judged(
                        ReleaseWords.said(ruling, snapshot.at(), zone), ReleaseWords.harmful(ruling), offers)));
    }

    private void take(Optional<PanelContent> made) {
        var now = made.orElse(null);
        content.set(now);
        if (now == null) {
            loading.unsubscribe();
            charted = null;
        } else {
            load(now.chart());
        }
    }

    private void load(ChartRequest request) {
        var before = charted;
        if (request.asks(before)) {
            return;
        }
        charted = request;
        loading.unsubscribe();
        // The same line a moment later replaces the one that is drawn; another model's must not stand there meanwhile.
        if (before == null || !before.key().equals(request.key()) || before.sli() != request.sli()) {
            chart.set(new Chart.Loading(request.title()));
        }
        loading = work.run(
                () -> new Chart.Drawn(charts.load(request), charts.utilisation(request.key(), request.to())),
                chart::set,
                problem -> chart.set(new Chart.Failed(why(problem))));
    }

    private static String why(Exception problem) {
        return problem instanceof SourceException source
                ? source.source() + ": " + source.getMessage()
                : String.valueOf(problem.getMessage());
    }
}
