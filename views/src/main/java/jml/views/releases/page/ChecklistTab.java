package jml.views.releases.page;

import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import jml.views.releases.SideLines;
import org.jspecify.annotations.Nullable;

/// The checklist with its evidence, and what vouches for the version, at full width.
final class ChecklistTab extends ScrollPane {
    private final VBox lines = new VBox();

    ChecklistTab() {
        super();
        setContent(lines);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        lines.getStyleClass().add("release-tab");
    }

    void show(PageContent.@Nullable Waiting waiting) {
        var nodes = new ArrayList<Node>();
        if (waiting == null) {
            nodes.add(SideLines.section("Checklist", ""));
            nodes.add(SideLines.sentence(
                    "No review of this version waits, so no evidence was collected for a checklist."));
        } else {
            nodes.add(SideLines.section("Checklist", waiting.checklistNote()));
            waiting.checklist().forEach(it -> nodes.add(SideLines.fact(it)));
            nodes.add(SideLines.section("Trust", "signature, approvals, lineage, policies"));
            waiting.trust().forEach(it -> nodes.add(SideLines.fact(it)));
        }
        lines.getChildren().setAll(nodes);
    }
}
