package jml.views.releases.review;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import jml.views.releases.FactRow;
import jml.views.releases.SideLines;

/// The left side of a review: the frozen evidence, the judge across, then rules beside what else was looked at.
final class EvidenceColumn extends VBox {
    EvidenceColumn() {
        getStyleClass().add("review-evidence");
    }

    void show(EvidenceContent content) {
        var rules = new VBox();
        facts(rules, "Signature", "", List.of(content.signature()));
        facts(rules, "Policies", content.policyNote(), content.policies());
        facts(rules, "Decisions so far", "", content.decisions());
        var others = new VBox();
        sentences(others, "Since " + content.baseline(), "what this version changes", content.differences());
        facts(others, "Checklist", content.checklistNote(), content.checklist());
        sentences(others, "Not covered", "what this evidence cannot say", content.notCovered());
        var columns = new HBox(rules, others);
        columns.getStyleClass().add("review-columns");
        for (var column : List.of(rules, others)) {
            HBox.setHgrow(column, Priority.ALWAYS);
            column.setMinWidth(0);
            column.setPrefWidth(0);
        }
        getChildren().setAll(SideLines.section("Judge", content.judged()));
        if (!content.metrics().isEmpty()) {
            getChildren().add(new MetricGrid(content));
        }
        getChildren().add(columns);
    }

    private static void facts(VBox column, String title, String note, List<FactRow> rows) {
        if (!rows.isEmpty()) {
            column.getChildren().add(SideLines.section(title, note));
            rows.forEach(row -> column.getChildren().add(SideLines.fact(row)));
        }
    }

    private static void sentences(VBox column, String title, String note, List<String> sentences) {
        if (!sentences.isEmpty()) {
            column.getChildren().add(SideLines.section(title, note));
            sentences.forEach(sentence -> column.getChildren().add(SideLines.sentence(sentence)));
        }
    }
}
