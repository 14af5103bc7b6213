package jml.views.oncall.panel;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import jml.views.kit.Action;
import jml.views.kit.Links;
import jml.views.kit.Type;
import jml.views.kit.chart.Points;
import jml.views.kit.chart.Scale;
import jml.views.kit.chart.Sparkline;
import jml.views.kit.chart.StepTrack;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;
import jml.views.oncall.runbook.Runbook;

/// The sections below the chart; one without content is not there.
final class PanelSections extends VBox {
    private static final Scale WHOLE = new Scale(0, 1);

    private final Consumer<Runbook> openRunbook;
    private final Sparkline utilisation = new Sparkline("utilisation, 1 h", 44, 16);
    private final StepTrack steps = new StepTrack();

    PanelSections(Consumer<Runbook> openRunbook) {
        this.openRunbook = openRunbook;
    }

    void show(PanelContent content) {
        getChildren().clear();
        findings(content.findings());
        changes(content);
        alerts(content.alerts());
        var rollout = content.rollout();
        if (rollout != null) {
            rollout(rollout);
        }
        resources(content.resources());
        places(content.places());
        if (!content.registered().isEmpty()) {
            section("Registry", "", List.of(quiet(content.registered())));
        }
    }

    void utilisation(Points points) {
        utilisation.show(points, WHOLE, Sparkline.Tone.QUIET);
    }

    private void section(String title, String note, List<? extends Node> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var quiet = Type.small(note);
        quiet.getStyleClass().add("ink-3");
        var head = new HBox(Type.section(title), quiet);
        head.getStyleClass().add("section-head");
        head.setAlignment(Pos.BASELINE_LEFT);
        var section = new VBox(head);
        section.getChildren().addAll(lines);
        section.getStyleClass().add("section");
        getChildren().add(section);
    }

    private void findings(List<String> findings) {
        section(
                "Does not fit together",
                "",
                findings.stream()
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

    private void changes(PanelContent content) {
        var more = content.moreChanges();
        section(
                "What changed",
                "newest first" + (more > 0 ? ", and " + more + " more in these 6 h" : ""),
                content.changes().isEmpty()
                        ? List.of(quiet("Nothing in the last 6 h."))
                        : content.changes().stream().map(PanelSections::change).toList());
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

    private void alerts(List<PanelContent.AlertLine> alerts) {
        section("Alerts", "", alerts.stream().map(this::alert).toList());
    }

    private HBox alert(PanelContent.AlertLine alert) {
        var severity = new Label(alert.page() ? "Page" : "Ticket");
        severity.getStyleClass().addAll("panel-severity", alert.page() ? "ink-breaching" : "ink-attention");
        var name = Type.body(alert.name());
        name.getStyleClass().add("medium");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var summary = Type.small(alert.summary());
        summary.getStyleClass().add("ink-2");
        summary.setMinWidth(0);
        summary.setMaxWidth(Double.MAX_VALUE);
        if (!alert.summary().isEmpty()) {
            summary.setTooltip(new Tooltip(alert.summary()));
        }
        HBox.setHgrow(summary, Priority.ALWAYS);
        var age = Type.small(alert.age());
        age.getStyleClass().add("ink-3");
        age.setMinWidth(Region.USE_PREF_SIZE);
        var line = line(severity, name, summary, age);
        if (!alert.held().isEmpty()) {
            var held = Type.small(alert.held());
            held.setGraphic(IconView.small(Icon.SILENCE));
            held.getStyleClass().add("ink-3");
            held.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(held);
            line.getStyleClass().add("panel-held");
        }
        var runbook = alert.runbook();
        if (runbook != null) {
            var link = Links.small(new Action("Runbook", () -> openRunbook.accept(runbook)));
            link.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(link);
        }
        return line;
    }

    private void rollout(PanelContent.RolloutLine rollout) {
        steps.show(rollout.steps());
        var lines = new java.util.ArrayList<Node>();
        if (!rollout.steps().isEmpty()) {
            lines.add(steps);
        }
        if (!rollout.analysis().isEmpty()) {
            lines.add(quiet(rollout.analysis()));
        }
        if (lines.isEmpty()) {
            lines.add(quiet("Its plan has no weights."));
        }
        section("Rollout", rollout.way() + ", " + rollout.stand(), lines);
    }

    private void resources(List<PanelContent.Resource> resources) {
        var flow = new FlowPane();
        flow.getStyleClass().add("panel-resources");
        for (var resource : resources) {
            var value = Type.body(resource.value());
            value.getStyleClass().add("semibold");
            var rest = Type.small(resource.rest());
            rest.getStyleClass().add("ink-2");
            var line = new HBox(value, rest);
            line.setAlignment(Pos.BASELINE_LEFT);
            if (resource.name().equals("Utilisation")) {
                line.getChildren().add(utilisation);
                line.setAlignment(Pos.CENTER_LEFT);
            }
            var cell = new VBox(Type.caption(resource.name()), line);
            cell.getStyleClass().add("panel-resource");
            flow.getChildren().add(cell);
        }
        section("Resources and cost", "", resources.isEmpty() ? List.of() : List.of(flow));
    }

    private void places(List<PanelContent.Place> places) {
        section(
                "Where it runs",
                "",
                places.isEmpty()
                        ? List.of(quiet("No cluster holds it: known from its series alone."))
                        : places.stream().map(PanelSections::place).toList());
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
