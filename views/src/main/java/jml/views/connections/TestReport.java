package jml.views.connections;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import jml.core.source.Connections;
import jml.views.kit.Action;
import jml.views.kit.Links;
import jml.views.kit.Type;
import jml.views.kit.icon.IconView;
import jml.views.kit.icon.StateLook;

/// What a test found: a line a question, and what would make the failed ones work.
final class TestReport extends VBox {
    TestReport(Connections.Report report, Consumer<String> copy) {
        getStyleClass().add("test-report");
        report.checks().forEach(check -> getChildren().add(line(check)));
        if (!report.remedy().isBlank()) {
            var head = new HBox(
                    Type.section("What would make it work"),
                    Links.small(new Action("Copy", () -> copy.accept(report.remedy()))));
            head.setAlignment(Pos.CENTER_LEFT);
            head.getStyleClass().add("row");
            var text = new Label(report.remedy());
            text.setWrapText(true);
            text.setMaxWidth(Double.MAX_VALUE);
            text.getStyleClass().addAll("mono", "markdown-code");
            getChildren().addAll(head, text);
        }
    }

    private static HBox line(Connections.Check check) {
        var look = look(check.outcome());
        var mark = new HBox(IconView.small(look.icon()));
        mark.setAlignment(Pos.CENTER);
        mark.getStyleClass().add("ink-" + look.styleClass());
        mark.setAccessibleText(check.outcome().name());
        var what = Type.body(check.what());
        what.setMinWidth(USE_PREF_SIZE);
        var finding = Type.small(check.finding());
        finding.getStyleClass().add("ink-2");
        finding.setWrapText(true);
        finding.setMaxWidth(Double.MAX_VALUE);
        finding.setAlignment(Pos.CENTER_RIGHT);
        finding.setTextAlignment(javafx.scene.text.TextAlignment.RIGHT);
        HBox.setHgrow(finding, Priority.ALWAYS);
        var line = new HBox(mark, what, finding);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("panel-line");
        return line;
    }

    private static StateLook look(Connections.Outcome outcome) {
        return switch (outcome) {
            case WORKS -> StateLook.HEALTHY;
            case WORKS_PARTLY -> StateLook.ATTENTION;
            case FAILS -> StateLook.BREACHING;
            case NOT_TRIED -> StateLook.NO_DATA;
        };
    }
}
