package jml.views.act;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import jml.core.act.Check;
import jml.core.act.DryRun;
import jml.views.kit.Action;
import jml.views.kit.Links;
import jml.views.kit.Type;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;

/// What will happen, what the servers answered to a trial, and the checks; only a check that needs reading opens.
final class CheckList extends VBox {
    private static final double ICON = 14;
    private static final double SUBJECT = 128;

    CheckList(ActContent.Asked asked, Runnable lookAgain) {
        getStyleClass().add("act-body");
        var sentence = Type.body(asked.sentence());
        sentence.setWrapText(true);
        getChildren().addAll(sentence, section("Dry run", asked.trialNote(), ""), trial(asked.trial()));
        getChildren().add(section("Checks", asked.tally(), asked.at()));
        asked.checks().forEach(check -> getChildren().add(line(check)));
        if (!asked.obstacle().isEmpty()) {
            getChildren().add(Links.of(new Action("Look again", lookAgain)));
        }
    }

    private static HBox section(String title, String note, String aside) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(Type.section(title), quiet(note), space, quiet(aside));
        line.getStyleClass().addAll("row", "act-section");
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private static Label quiet(String text) {
        var label = Type.small(text);
        label.getStyleClass().add("ink-3");
        return label;
    }

    private static VBox trial(List<ActContent.TrialLine> lines) {
        var box = new VBox();
        box.getStyleClass().add("act-diff");
        for (var line : lines) {
            var label = Type.mono(mark(line.kind()) + line.text());
            label.getStyleClass().add("act-" + line.kind().name().toLowerCase(Locale.ROOT));
            box.getChildren().add(label);
        }
        return box;
    }

    private static String mark(DryRun.Kind kind) {
        return switch (kind) {
            case CONTEXT -> "  ";
            case REMOVED -> "- ";
            case ADDED -> "+ ";
        };
    }

    private static Node line(ActContent.CheckLine check) {
        var grid = new GridPane();
        grid.getStyleClass().addAll("act-check", look(check.outcome()));
        grid.getColumnConstraints().addAll(fixed(ICON), fixed(SUBJECT), rest());
        var subject = Type.small(check.subject());
        subject.getStyleClass().add("medium");
        var finding = new VBox(wrapped(check.finding()));
        for (int i = 0; i < check.steps().size(); i++) {
            finding.getChildren().add(wrapped((i + 1) + ". " + check.steps().get(i)));
        }
        var icon = IconView.small(icon(check.outcome()));
        GridPane.setValignment(icon, VPos.TOP);
        GridPane.setValignment(subject, VPos.TOP);
        grid.addRow(0, icon, subject, finding);
        grid.setAccessibleText(check.subject() + ": " + check.finding());
        return grid;
    }

    private static Label wrapped(String text) {
        var label = Type.small(text);
        label.setWrapText(true);
        label.getStyleClass().add("ink-2");
        return label;
    }

    private static ColumnConstraints fixed(double width) {
        return new ColumnConstraints(width);
    }

    private static ColumnConstraints rest() {
        var column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        column.setFillWidth(true);
        return column;
    }

    private static Icon icon(Check.Outcome outcome) {
        return switch (outcome) {
            case READY -> Icon.CHECK;
            case TO_KNOW -> Icon.ATTENTION;
            case STOPS -> Icon.BREACHING;
            case UNANSWERED -> Icon.NO_DATA;
        };
    }

    private static String look(Check.Outcome outcome) {
        return switch (outcome) {
            case READY -> "act-ready";
            case TO_KNOW -> "act-to-know";
            case STOPS -> "act-stops";
            case UNANSWERED -> "act-unanswered";
        };
    }
}
