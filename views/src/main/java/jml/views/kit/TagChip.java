package jml.views.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;

/// A filter or label in force, for example "region: eu" or "!team: edge", removable where it may be taken away.
public final class TagChip extends HBox {
    public TagChip(String text) {
        getStyleClass().add("tag");
        setMinWidth(USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().add(new Label(text));
    }

    /// Adds the cross that removes it.
    public TagChip removable(Runnable remove) {
        var cross = Buttons.icon(
                Icon.CLOSE, new Action("Remove " + ((Label) getChildren().getFirst()).getText(), remove));
        cross.setGraphic(IconView.small(Icon.CLOSE));
        cross.getStyleClass().add("tag-remove");
        getChildren().add(cross);
        return this;
    }
}
