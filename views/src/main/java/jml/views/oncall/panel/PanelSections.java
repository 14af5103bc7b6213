package jml.views.oncall.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import jml.views.kit.Type;
import jml.views.kit.chart.Points;
import jml.views.kit.chart.StepTrack;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;
import jml.views.releases.RolloutStand;

/// The sections below the chart; one without content is not there.
final class PanelSections extends VBox {
    private final AlertRow.Ways ways;
    private final StepTrack steps = new StepTrack();
    private final ResourceFlow resourceFlow = new ResourceFlow();
    private final PanelSection<List<String>> findings =
            new PanelSection<>("Does not fit together", PanelSections::findings);
    private final PanelSection<Changes> changes = new PanelSection<>("What changed", PanelSections::changes);
    private final PanelSection<List<PanelContent.AlertLine>> alerts = new PanelSection<>("Alerts", this::alerts);

    private record Rolling(RolloutStand.Line line, String judge, boolean harmful) {}

    private final PanelSection<Optional<Rolling>> rollout = new PanelSection<>("Rollout", this::rollout);
    private final PanelSection<List<PanelContent.Resource>> resources =
            new PanelSection<>("Resources and cost", this::resources);
    private final PanelSection<List<PanelContent.Place>> places =
            new PanelSection<>("Where it runs", PanelSections::places);
    private final PanelSection<String> registry = new PanelSection<>("Registry", PanelSections::registry);

    /// @param more how many older ones are not listed
    private record Changes(List<PanelContent.Change> newest, int more) {}

    PanelSections(AlertRow.Ways ways) {
        this.ways = ways;
        getChildren().addAll(findings, changes, alerts, rollout, resources, places, registry);
    }

    void show(PanelContent content) {
        findings.show(content.findings());
        changes.show(new Changes(content.changes(), content.moreChanges()));
        alerts.show(content.alerts());
        rollout.show(Optional.ofNullable(content.rollout())
                .map(it -> new Rolling(
                        it, content.judged().word(), content.judged().harmful())));
        resources.show(content.resources());
        places.show(content.places());
        registry.show(content.registered());
    }

    void utilisation(Points points) {
        resourceFlow.utilisation(points);
    }

    private static PanelSection.Said findings(List<String> findings) {
        return PanelSection.Said.of(findings.stream()
                .map(finding -> {
                    var text = Type.small(finding);
                    text.setWrapText(true);
                    var line = new HBox(IconView.small(Icon.ATTENTION), text);
                    line.getStyleClass().addAll("row", "ink-attention", "panel-finding");
                    text.getStyleClass().add("ink-1");
                    return line;
                })
                .toList());
    }

    private static PanelSection.Said changes(Changes changes) {
        var more = changes.more > 0 ? ", and " + changes.more + " more in these 6 h" : "";
        return new PanelSection.Said(
                "newest first" + more,
                changes.newest.isEmpty()
                        ? List.of(quiet("Nothing in the last 6 h."))
                        : changes.newest.stream().map(PanelSections::change).toList());
    }

    private static HBox change(PanelContent.Change change) {
        var text = Type.body(change.text());
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        var source = Type.small(change.note());
        source.getStyleClass().add("ink-3");
        source.setMinWidth(Region.USE_PREF_SIZE);
        var time = Type.body(change.time());
        time.getStyleClass().add("ink-2");
        time.setMinWidth(Region.USE_PREF_SIZE);
        time.setTooltip(new Tooltip(change.exact()));
        return line(change.mark().view(), text, source, time);
    }

    private PanelSection.Said alerts(List<PanelContent.AlertLine> alerts) {
        return PanelSection.Said.of(
                alerts.stream().map(it -> new AlertRow(it, ways)).toList());
    }

    private PanelSection.Said rollout(Optional<Rolling> rollout) {
        return rollout.map(this::rollout).orElse(PanelSection.Said.NOTHING);
    }

    private PanelSection.Said rollout(Rolling rolling) {
        var rollout = rolling.line();
        steps.show(rollout.steps());
        var lines = new ArrayList<Node>();
        if (!rollout.steps().isEmpty()) {
            lines.add(steps);
        }
        if (!rolling.judge().isEmpty()) {
            var judge = Type.small(rolling.judge());
            judge.getStyleClass().addAll("semibold", rolling.harmful() ? "ink-breaching" : "ink-2");
            lines.add(judge);
        }
        if (!rollout.analysis().isEmpty()) {
            lines.add(quiet(rollout.analysis()));
        }
        if (lines.isEmpty()) {
            lines.add(quiet("Its plan has no weights."));
        }
        return new PanelSection.Said(rollout.way() + ", " + rollout.stand(), lines);
    }

    private PanelSection.Said resources(List<PanelContent.Resource> resources) {
        resourceFlow.show(resources);
        return PanelSection.Said.of(resources.isEmpty() ? List.of() : List.of(resourceFlow));
    }

    private static PanelSection.Said places(List<PanelContent.Place> places) {
        return PanelSection.Said.of(
                places.isEmpty()
                        ? List.of(quiet("No cluster holds it: known from its series alone."))
                        : places.stream().map(PanelSections::place).toList());
    }

    private static PanelSection.Said registry(String registered) {
        return PanelSection.Said.of(registered.isEmpty() ? List.of() : List.of(quiet(registered)));
    }

    private static VBox place(PanelContent.Place place) {
        var version = Type.body(place.version());
        version.getStyleClass().addAll("panel-version", place.canary() ? "ink-canary" : "ink-1");
        var where = Type.mono(place.where());
        where.getStyleClass().add("ink-2");
        where.setMinWidth(0);
        where.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(where, Priority.ALWAYS);
        var ready = Type.small(place.ready());
        ready.getStyleClass().add("ink-3");
        ready.setMinWidth(Region.USE_PREF_SIZE);
        var share = Type.body(place.share());
        share.setMinWidth(Region.USE_PREF_SIZE);
        var box = new VBox(line(version, where, ready, share));
        if (!place.note().isEmpty()) {
            box.getChildren().add(quiet(place.note()));
        }
        return box;
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("panel-line");
        return line;
    }

    private static Label quiet(String text) {
        var label = Type.small(text);
        label.getStyleClass().add("ink-2");
        label.setWrapText(true);
        return label;
    }
}
