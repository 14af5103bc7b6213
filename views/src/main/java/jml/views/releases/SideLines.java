package jml.views.releases;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import jml.views.kit.Type;
import jml.views.kit.icon.IconView;

/// The lines that the columns beside a release are made of.
public final class SideLines {
    private SideLines() {}

    /// A section's head with a quiet note beside it.
    ///
    /// @param aside at the right edge
    public static HBox section(String words, String note, Node... aside) {
        var quiet = Type.small(note);
        quiet.getStyleClass().add("ink-3");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var title = Type.section(words);
        title.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(title, quiet, space);
        line.getChildren().addAll(aside);
        line.getStyleClass().addAll("row", "release-section");
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    /// A name and its value, which wraps.
    public static HBox pair(String name, String value) {
        var left = Type.small(name);
        left.getStyleClass().addAll("ink-3", "release-key");
        var right = Type.small(value);
        right.setWrapText(true);
        HBox.setHgrow(right, Priority.ALWAYS);
        var line = new HBox(left, right);
        line.getStyleClass().addAll("row", "release-pair");
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    /// A sentence of its own, which wraps.
    public static Label sentence(String words) {
        var label = Type.small(words);
        label.setWrapText(true);
        label.getStyleClass().addAll("ink-2", "release-sentence");
        return label;
    }

    /// Something looked at and what was found, the finding at the right edge; the whole of it on hover.
    public static HBox fact(FactRow row) {
        var icon = IconView.small(row.icon());
        icon.getStyleClass().add(row.ink());
        var name = Type.small(row.name());
        name.getStyleClass().add(row.open() ? "medium" : "ink-2");
        var value = Type.small(row.value());
        value.getStyleClass().add(row.open() ? "ink-2" : "ink-3");
        // What was found gives way before what was looked at.
        name.setMinWidth(Region.USE_PREF_SIZE);
        value.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(icon, name, space, value);
        line.getStyleClass().addAll("row", "release-fact");
        if (!row.value().isEmpty()) {
            Tooltip.install(line, new Tooltip(row.name() + ": " + row.value()));
        }
        return line;
    }
}
