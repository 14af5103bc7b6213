package jml.views.releases.page;

import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import jml.views.releases.SideLines;

/// All that the version under way changes, and all that happened on its way.
final class ChangesTab extends ScrollPane {
    private final VBox lines = new VBox();

    ChangesTab() {
        super();
        setContent(lines);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        lines.getStyleClass().add("release-tab");
    }

    void show(PageContent content) {
        var nodes = new ArrayList<Node>();
        nodes.add(SideLines.section("Since " + content.arms().baseline(), content.served()));
        content.versions().forEach(it -> nodes.add(SideLines.pair(it.what(), it.words())));
        nodes.add(SideLines.section("On the way", "in the last day, newest first"));
        if (content.changes().isEmpty()) {
            nodes.add(SideLines.pair("", "Nothing in the last day."));
        }
        content.changes()
                .forEach(it -> nodes.add(SideLines.pair(
                        it.time(), it.source().isEmpty() ? it.text() : it.text() + " (" + it.source() + ")")));
        lines.getChildren().setAll(nodes);
    }
}
